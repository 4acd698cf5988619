import type { Requester } from '#ground/fetch/index.ts'
import { askEngine, DEADLINE_MS } from './ask.ts'
import { libreCodes } from './codes.ts'
import { type Engine, EngineFault, type Pair } from './engine.ts'

export interface LibreTranslateSettings {
  name: string
  /** Address of the server; `/translate` is added. */
  url: string
  key?: string | undefined
  pairs: readonly Pair[]
  deadlineMs?: number
}

/** LibreTranslate and servers that speak like it. Chinese is named the new way first, then the old way. */
export function libreTranslate(fetch: Requester, { name, url, key, pairs, deadlineMs = DEADLINE_MS }: LibreTranslateSettings): Engine {
  const address = `${url.replace(/\/$/, '')}/translate`
  let code = libreCodes.modern
  const post = (texts: readonly string[], from: string, to: string, signal: AbortSignal, call?: string) =>
    askEngine(
      fetch,
      { url: address, body: { q: texts, source: code(from), target: code(to), format: 'text', ...(key ? { api_key: key } : {}) }, deadlineMs, call },
      signal,
    )
  async function ask(texts: readonly string[], from: string, to: string, signal: AbortSignal, call?: string): Promise<string[]> {
    try {
      return read(await post(texts, from, to, signal, call), texts.length)
    } catch (error) {
      const other = code === libreCodes.modern ? libreCodes.older : libreCodes.modern
      const sameCodes = other(from) === code(from) && other(to) === code(to)
      if (!(error instanceof EngineFault) || error.kind !== 'pair' || sameCodes) throw error
      const before = code
      code = other
      try {
        // Another question than the first: it is no repetition.
        return read(await post(texts, from, to, signal, call && `${call}-other`), texts.length)
      } catch (again) {
        code = before
        throw again
      }
    }
  }
  return {
    name,
    version: 'libretranslate',
    pairs,
    most: { texts: 50, bytes: 40_000 },
    longestMs: 2 * deadlineMs,
    translate: ask,
  }
}

function read(answer: unknown, count: number): string[] {
  const said = (answer as { translatedText?: unknown } | null)?.translatedText
  const texts = typeof said === 'string' ? [said] : said
  if (!Array.isArray(texts) || texts.length !== count || !texts.every((text) => typeof text === 'string'))
    throw new EngineFault('answer', 'not one translation for each text')
  return texts
}
