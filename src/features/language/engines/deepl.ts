import type { Requester } from '#ground/fetch/index.ts'
import { askEngine, DEADLINE_MS } from './ask.ts'
import { deeplSource, deeplTarget } from './codes.ts'
import { type Engine, EngineFault, type Pair } from './engine.ts'

export interface DeeplSettings {
  name: string
  url: string
  key: string
  pairs: readonly Pair[]
  deadlineMs?: number
}

const LANGUAGES = [
  'ar',
  'bg',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'et',
  'fi',
  'fr',
  'he',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'lt',
  'lv',
  'no',
  'nl',
  'pl',
  'pt',
  'ro',
  'ru',
  'sk',
  'sl',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
  'zh-Hans',
  'zh-Hant',
]
/** What it is taken to know when the host names no pairs. */
export const deeplPairs: readonly Pair[] = LANGUAGES.flatMap((from) => LANGUAGES.filter((to) => to !== from).map((to) => ({ from, to })))
/** Keys of free accounts end with :fx and belong to another host. */
export const deeplAddress = (key: string): string => (key.endsWith(':fx') ? 'https://api-free.deepl.com' : 'https://api.deepl.com')

/** DeepL's API v2: at most 50 texts and 128 KiB a request. 529 is "too many requests", as 429. */
export function deepl(fetch: Requester, { name, url, key, pairs, deadlineMs = DEADLINE_MS }: DeeplSettings): Engine {
  const address = `${url.replace(/\/$/, '')}/v2/translate`
  return {
    name,
    version: 'deepl-v2',
    pairs,
    // The rest of 128 KiB is for the names around the texts.
    most: { texts: 50, bytes: 120 * 1024 },
    longestMs: deadlineMs,
    async translate(texts, from, to, signal, call) {
      const answer = await askEngine(
        fetch,
        {
          url: address,
          deadlineMs,
          call,
          headers: { authorization: `DeepL-Auth-Key ${key}` },
          body: { text: texts, source_lang: deeplSource(from), target_lang: deeplTarget(to), preserve_formatting: true },
        },
        signal,
      )
      return read(answer, texts.length)
    },
  }
}

function read(answer: unknown, count: number): string[] {
  const said = (answer as { translations?: unknown } | null)?.translations
  if (!Array.isArray(said) || said.length !== count) throw new EngineFault('answer', 'not one translation for each text')
  return said.map((one: unknown) => {
    const text = (one as { text?: unknown } | null)?.text
    if (typeof text !== 'string') throw new EngineFault('answer', 'a translation without text')
    return text
  })
}
