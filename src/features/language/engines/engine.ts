import { languageMatches } from '#pure/lexicon/languages.ts'

/** `*` stands for any language. */
export interface Pair {
  from: string
  to: string
}

/** Whatever turns text of one language into another. Adapters send only what they are given and know nothing of notes. */
export interface Engine {
  /** The host's name for it: shown beside its layers. */
  name: string
  /** Changes when its answers may: part of the key under which they are kept. */
  version: string
  pairs: readonly Pair[]
  /** As many texts back as came in, in their order. Each is one line. Throws EngineFault and nothing else that is foreseen. */
  translate(texts: readonly string[], from: string, to: string, signal: AbortSignal): Promise<string[]>
}

/**
 * `busy`: worth another try later (429, 5xx, no answer in time). `quota`: used up. `key`: it does not let us in. `pair`: it does not know this pair.
 * `answer`: it said something that cannot be shown. `budget`: our own limit.
 */
export type FaultKind = 'busy' | 'quota' | 'key' | 'pair' | 'answer' | 'budget'

export class EngineFault extends Error {
  override readonly name = 'EngineFault'
  readonly kind: FaultKind
  constructor(kind: FaultKind, message: string) {
    super(message)
    this.kind = kind
  }
}

/** What an HTTP status of an engine means; undefined for success. Quota is DeepL's 456. */
export function faultOf(status: number, said: string): EngineFault | undefined {
  if (status >= 200 && status < 300) return undefined
  const message = `${status} ${said.slice(0, 200)}`
  if (status === 401 || status === 403) return new EngineFault('key', message)
  if (status === 456) return new EngineFault('quota', message)
  if (status === 429 || status === 408 || status >= 500) return new EngineFault('busy', message)
  return new EngineFault(status === 400 ? 'pair' : 'answer', message)
}

const fits = (pattern: string, language: string): boolean => pattern === '*' || languageMatches(pattern, language)
export const serves = (engine: Pick<Engine, 'pairs'>, from: string, to: string): boolean =>
  from !== 'und' && to !== 'und' && !languageMatches(from, to) && engine.pairs.some((pair) => fits(pair.from, from) && fits(pair.to, to))

/** Cuts a list into runs of at most `count` texts and about `size` UTF-16 units. */
export function batches(texts: readonly string[], count: number, size: number): string[][] {
  const made: string[][] = []
  let room = 0
  for (const text of texts) {
    const last = made.at(-1)
    if (last && last.length < count && room + text.length <= size) {
      last.push(text)
      room += text.length
    } else {
      made.push([text])
      room = text.length
    }
  }
  return made
}
