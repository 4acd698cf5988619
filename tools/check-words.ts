/** Words: the same keys and places in every language, and words for everything that the code says. */
import { join } from 'node:path'
import { filesUnder, house, isTest, lineOf, read, report } from './tree.ts'

type Message = string | Record<string, string>
type Messages = Record<string, Message>
interface Words {
  interfaceLanguages: readonly string[]
  messagesOf(locale: string): Messages
}

const SOURCE_LANGUAGE = 'en'
const SAYS = /(?<![\w$.])(?:say\(\s*[\w.$?]+\s*,\s*|t\(\s*)(['"`])([^'"`]+)\1/g
const REFUSALS = /new Refusal\(\s*([^,)]+)/g
const LISTED_REFUSALS = /\brefusals:\s*\[([^\]]*)\]/g
const QUOTED = /['"`]([a-z][\w-]*)['"`]/g

const formsOf = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message))
const placesOf = (message: Message): string[] =>
  [...new Set(formsOf(message).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')))].sort()

export async function checkWords(root: string): Promise<string[]> {
  const words = (await import(join(root, 'src/pure/words/index.ts'))) as Words
  const english = words.messagesOf(SOURCE_LANGUAGE)
  return [...languageFaults(words, english), ...(await areaFaults(root, words)), ...useFaults(root, english)]
}

/** Every language against English. */
function languageFaults({ interfaceLanguages, messagesOf }: Words, english: Messages): string[] {
  const faults: string[] = []
  for (const language of interfaceLanguages) {
    const messages = messagesOf(language)
    for (const key of Object.keys(english)) if (!(key in messages)) faults.push(`${language} lacks ${key}`)
    for (const [key, message] of Object.entries(messages)) {
      const model = english[key]
      if (model === undefined) faults.push(`${language} has ${key}, which ${SOURCE_LANGUAGE} lacks`)
      // A form for one may leave the number out.
      else if (
        placesOf(model)
          .filter((place) => place !== 'count')
          .join() !==
        placesOf(message)
          .filter((place) => place !== 'count')
          .join()
      ) {
        faults.push(`${language} ${key} has the places {${placesOf(message).join('} {')}}, ${SOURCE_LANGUAGE} has {${placesOf(model).join('} {')}}`)
      }
      if (typeof message !== 'string' && typeof message.other !== 'string') faults.push(`${language} ${key} has no form "other"`)
      if (formsOf(message).some((form) => typeof form !== 'string' || form.trim() === '')) faults.push(`${language} ${key} is empty`)
    }
  }
  return faults
}

/** Each area's file is collected, and no two areas claim a key. */
async function areaFaults(root: string, { interfaceLanguages, messagesOf }: Words): Promise<string[]> {
  const faults: string[] = []
  for (const language of interfaceLanguages) {
    const collected = messagesOf(language)
    const claimed = new Map<string, string>()
    for (const path of filesUnder(root, `src/pure/words/${language}`, ['.ts'])) {
      if (path.endsWith('/index.ts') || isTest(path)) continue
      const area = (await import(join(root, path))) as Record<string, Messages>
      for (const key of Object.values(area).flatMap((messages) => Object.keys(messages))) {
        if (!(key in collected)) faults.push(`${path} is not collected in ${language}/index.ts (${key})`)
        if (claimed.has(key)) faults.push(`${path} says ${key} again, after ${claimed.get(key)}`)
        claimed.set(key, path)
      }
    }
  }
  return faults
}

/** Keys and refusals that the sources name, against English. */
function useFaults(root: string, english: Messages): string[] {
  const faults: string[] = []
  const lacks = (path: string, text: string, at: number, key: string) => {
    const [start = '', isPart] = key.split(/(\$\{)/)
    const known = isPart ? Object.keys(english).some((one) => one.startsWith(start)) : key in english
    if (!known) faults.push(`${path}:${lineOf(text, at)} ${isPart ? `no key starts with ${start}` : `${key} has no words`}`)
  }
  for (const path of filesUnder(root, 'src', ['.ts', '.svelte'])) {
    if (isTest(path) || path.startsWith('src/pure/words/')) continue
    const text = read(root, path)
    for (const match of text.matchAll(SAYS)) if (match[0].startsWith('say') || path.startsWith('src/faces/')) lacks(path, text, match.index, match[2] ?? '')
    for (const { code, at } of refusalsIn(text)) lacks(path, text, at, `problem.${code}`)
  }
  return faults
}

/** Codes of `new Refusal('code')`, both of `new Refusal(a ? 'code' : 'other')`, and those that routes list. */
export function refusalsIn(text: string): { code: string; at: number }[] {
  const found: { code: string; at: number }[] = []
  for (const { 1: first = '', index } of text.matchAll(REFUSALS)) {
    const plain = /^(['"`])([a-z][\w-]*)\1/.exec(first)?.[2]
    const codes = plain ? [plain] : [...first.matchAll(/[?:]\s*['"`]([a-z][\w-]*)['"`]/g)].map((match) => match[1] ?? '')
    for (const code of codes) found.push({ code, at: index })
  }
  for (const { 1: list = '', index } of text.matchAll(LISTED_REFUSALS)) {
    for (const match of list.matchAll(QUOTED)) found.push({ code: match[1] ?? '', at: index })
  }
  return found
}

if (import.meta.main) report(await checkWords(house))
