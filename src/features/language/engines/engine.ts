import { languageMatches } from '#pure/lexicon/languages.ts'

/** `*` stands for any language. */
export interface Pair {
  from: string
  to: string
}

export interface Most {
  texts: number
  bytes: number
}

/** Whatever turns text of one language into another. Adapters send only what they are given and know nothing of notes. */
export interface Engine {
  /** The host's name for it: shown beside its layers. */
  name: string
  /** Changes when its answers may: part of the key under which they are kept. */
  version: string
  pairs: readonly Pair[]
  /** What one call may hold: texts, and bytes of them as JSON. Callers cut longer lists (`batches`) and keep what was said before they go on. */
  most: Most
  /** A call is over by then, answered or not. */
  longestMs: number
  /** Nothing is paid for it: what it is sent is not taken from the month's budget. */
  free?: true
  /** It answers at once, from tables of this place: its answers are not counted, nor kept apart from the layers they are in. */
  instant?: true
  /** What is wrong with its files at the moment; it works without those. */
  faults?(): readonly FileFault[]
  /**
   * As many texts back as came in, in their order. Each is one line. `call` is the same when texts are asked for again because nobody knows
   * whether the engine heard them: engines that know such a key do them once. Throws EngineFault and nothing else that is foreseen.
   */
  translate(texts: readonly string[], from: string, to: string, signal: AbortSignal, call?: string): Promise<string[]>
}

/**
 * Why a file or folder of an engine cannot be used. `folder`: it cannot be read; `empty`: it holds no models; `name`: it is not called by a
 * pair of languages; `missing`: there is no such file; `packed`: it still has to be unpacked; `pointer`: Git LFS has not fetched it; `cut`: it
 * is shorter than it says; `strange`: it is something else; `refused`: the engine could not load it.
 */
export const FILE_FAULTS = ['folder', 'empty', 'name', 'missing', 'packed', 'pointer', 'cut', 'strange', 'refused'] as const
export interface FileFault {
  why: (typeof FILE_FAULTS)[number]
  /** As it is called below the engine's folder; that folder itself as the host wrote it. */
  file: string
}

/**
 * `busy`: worth another try later (429, 5xx, no answer in time). `quota`: used up. `key`: it does not let us in. `pair`: it does not know this pair.
 * `answer`: it said something that cannot be shown. `budget`: our own limit. `asked`: another process is asking for the same at the moment.
 */
export type FaultKind = 'busy' | 'quota' | 'key' | 'pair' | 'answer' | 'budget' | 'asked'

export class EngineFault extends Error {
  override readonly name = 'EngineFault'
  readonly kind: FaultKind
  /** How long it asked to be left alone, when it said so. */
  readonly waitSeconds: number | undefined
  /** Nobody knows whether it heard the call, and did the work. */
  readonly unheard: boolean
  constructor(kind: FaultKind, message: string, { waitSeconds, unheard = false }: { waitSeconds?: number | undefined; unheard?: boolean } = {}) {
    super(message)
    this.kind = kind
    this.waitSeconds = waitSeconds
    this.unheard = unheard
  }
}

/** What an HTTP status of an engine means; undefined for success. Quota is DeepL's 456. `retryAfter` is that header, read when it is in seconds. */
export function faultOf(status: number, said: string, retryAfter: string | null = null): EngineFault | undefined {
  if (status >= 200 && status < 300) return undefined
  const message = `${status} ${said.slice(0, 200)}`
  const wait = retryAfter !== null && /^\d{1,6}$/.test(retryAfter.trim()) ? Number(retryAfter) : undefined
  if (status === 401 || status === 403) return new EngineFault('key', message)
  if (status === 456) return new EngineFault('quota', message, { waitSeconds: wait })
  if (status === 429 || status === 408 || status >= 500) return new EngineFault('busy', message, { waitSeconds: wait })
  return new EngineFault(status === 400 ? 'pair' : 'answer', message)
}

export const fits = (pattern: string, language: string): boolean => pattern === '*' || languageMatches(pattern, language)
export const serves = (engine: Pick<Engine, 'pairs'>, from: string, to: string): boolean =>
  from !== 'und' && to !== 'und' && !languageMatches(from, to) && engine.pairs.some((pair) => fits(pair.from, from) && fits(pair.to, to))

/** Cuts a list into runs that one call may hold; a text that is too long alone goes alone. */
export function batches(texts: readonly string[], most: Most): string[][] {
  const made: string[][] = []
  let size = 0
  for (const text of texts) {
    const bytes = Buffer.byteLength(JSON.stringify(text)) + 1
    const last = made.at(-1)
    if (last && last.length < most.texts && size + bytes <= most.bytes) {
      last.push(text)
      size += bytes
    } else {
      made.push([text])
      size = bytes
    }
  }
  return made
}
