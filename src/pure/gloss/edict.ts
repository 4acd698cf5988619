import type { Source } from './gloss.ts'

/** To be shown beside every sense that came from EDICT. */
export const edictSource: Source = {
  name: 'EDICT',
  licence: 'EDRDG, CC BY-SA 4.0',
  url: 'https://www.edrdg.org/edrdg/licence.html',
}

/** A word as it is written, how it is said (kana; empty when it is written so), what it means in English. `isCommon`: marked (P). */
export type EdictEntry = { word: string; kana: string; senses: string[]; isCommon: boolean }

const LINE = /^([^\s[\]]+)(?: \[([^\]]+)\])? \/(.+)\/$/
const REFERENCE = /^EntL\d+X?$/
const TAGS = /\((?:[a-z0-9*~-]+(?:[,:][a-z0-9*~-]+)*:?|P|ik|iK|oK|ok|io|uK|uk|sK|sk)\)/g
// Of what stands in brackets only notes on grammar and use are signs; (e.g. …) or (a) are words.
const SIGN =
  /^(?:adj|adv|aux|conj|cop|ctr|exp|int|iv|n|num|pn|pref|prt|suf|unc|v[1-5][a-z]?|v[iknrstz]|P|ik|iK|oK|ok|io|uk|uK|sk|sK|rK|abbr|arch|ateji|chn|col|dated|derog|fam|fem|form|hist|hon|hum|id|joc|litf|m-sl|male|male-sl|obs|obsc|on-mim|poet|pol|proverb|quote|rare|sens|sl|vulg|X|yoji)(?:-[a-z-]+)?$/
const NUMBER = /^\(\d+\) ?/
const WRITTEN = /^([^()]+)(?:\(([^()]*)\))*$/

const isSigns = (tag: string): boolean =>
  tag
    .slice(1, -1)
    .split(/[,:]/)
    .every((sign) => sign === '' || SIGN.test(sign))

/** A gloss without signs of grammar; notes in words stay. */
const plain = (gloss: string): string =>
  gloss
    .replace(TAGS, (tag) => (isSigns(tag) ? '' : tag))
    .replace(/\s+/g, ' ')
    .trim()

/** Glosses of one sense together, as numbered in the line. */
function sensesOf(glosses: readonly string[]): string[] {
  const senses: string[][] = []
  for (const gloss of glosses) {
    // The number may stand behind the first signs: (n,vs) (1) …
    const unsigned = plain(gloss)
    const text = unsigned.replace(NUMBER, '').trim()
    if (NUMBER.test(unsigned) || senses.length === 0) senses.push([])
    const meaning = plain(text)
    if (meaning) senses.at(-1)?.push(meaning)
  }
  return senses.map((sense) => sense.join('; ')).filter(Boolean)
}

/** `刺繍(P);刺しゅう` → 刺繍, 刺しゅう; of kana with `(方)` behind it, for which writings it stands. */
function writingsOf(field: string): { text: string; only: string[] }[] {
  return field.split(';').flatMap((one) => {
    const text = WRITTEN.exec(one)?.[1]
    const notes = [...one.matchAll(/\(([^()]*)\)/g)].flatMap(([, note = '']) => note.split(','))
    return text ? [{ text, only: notes.filter((note) => /[^\x20-\x7e]/.test(note)) }] : []
  })
}

/**
 * A line of EDICT or EDICT2 (`食べる [たべる] /(v1,vt) (1) to eat/(2) to live on/(P)/EntL1358280X/`): an entry for each writing with each of its
 * readings. Undefined when it is no such line, which a decoder shows by U+FFFD too.
 */
export function parseEdictLine(line: string): EdictEntry[] | undefined {
  const [, words, readings, rest] = LINE.exec(line) ?? []
  if (!words || !rest || line.includes('\uFFFD')) return undefined
  const fields = rest.split('/').filter((field) => field !== '' && !REFERENCE.test(field))
  const senses = sensesOf(fields.filter((field) => field !== '(P)'))
  if (senses.length === 0) return undefined
  const isCommon = fields.includes('(P)')
  const said = writingsOf(readings ?? '')
  const entries = writingsOf(words).flatMap(({ text: word }): EdictEntry[] => {
    const own = said.filter(({ only }) => only.length === 0 || only.includes(word))
    return own.length === 0 ? [{ word, kana: '', senses, isCommon }] : own.map(({ text: kana }) => ({ word, kana, senses, isCommon }))
  })
  return entries.length > 0 ? entries : undefined
}
