import { API } from './api.ts'

type Fact = Record<string, string | number | boolean | null>
type Heard = (fact: Fact) => void

interface Listener {
  kind: string
  listener: (event: MessageEvent<string>) => void
  /** The note whose own channel it wants. */
  note: string | null
}

let source: EventSource | null = null
let at = ''
const listeners = new Set<Listener>()

/**
 * Hears one kind of live fact (`notice`, `comment`, `layer`, `state`) on the one stream of the page; with `note` also what happens
 * to that note and under it. `open`: the stream stands, what was told before is not heard. Returns how to stop. Browser only. One stream, because a browser opens few connections to a host.
 */
export function hear(kind: string, heard: Heard, note: string | null = null): () => void {
  const one: Listener = {
    kind,
    note,
    listener(event) {
      try {
        heard(event.data ? (JSON.parse(event.data) as Fact) : {})
      } catch {
        // A fact we cannot read is no reason to stop hearing.
      }
    },
  }
  listeners.add(one)
  source?.addEventListener(kind, one.listener)
  tune()
  return () => {
    listeners.delete(one)
    source?.removeEventListener(kind, one.listener)
    tune()
  }
}

/** Opens the stream that the present listeners need, or none. */
function tune(): void {
  const note = [...listeners].findLast((one) => one.note)?.note
  const wanted = listeners.size === 0 ? '' : note ? `${API}/live?note=${encodeURIComponent(note)}` : `${API}/live`
  if (wanted === at) return
  source?.close()
  at = wanted
  source = wanted ? new EventSource(wanted) : null
  for (const { kind, listener } of listeners) source?.addEventListener(kind, listener)
}
