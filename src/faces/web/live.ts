import { API } from './api.ts'

type Fact = Record<string, string | number | boolean | null>
type Heard = (fact: Fact) => void

let source: EventSource | null = null
let listeners = 0

/** Hears one kind of live fact (`notice`, `comment`, `layer`) on the one stream of the page. Returns how to stop. Browser only. */
export function hear(kind: string, heard: Heard): () => void {
  source ??= new EventSource(`${API}/live`)
  listeners += 1
  const listener = (event: MessageEvent<string>) => {
    try {
      heard(JSON.parse(event.data) as Fact)
    } catch {
      // A fact we cannot read is no reason to stop hearing.
    }
  }
  source.addEventListener(kind, listener)
  const own = source
  return () => {
    own.removeEventListener(kind, listener)
    listeners -= 1
    if (listeners === 0) {
      own.close()
      source = null
    }
  }
}
