import type { Reader } from '#ground/database/index.ts'
import { foldText } from '#pure/lexicon/terms.ts'
import { HIDDEN_RATING } from './layer.ts'
import { wordingsOfAll } from './queries/wordings.ts'

const isWord = (ch: string | undefined): boolean =>
  ch !== undefined && /[\p{L}\p{N}]/u.test(ch) && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(ch)

/** Whether folded `text` holds `phrase` with no word cut off at its ends. */
function holds(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const starts = !isWord(phrase[0]) || !isWord(text[at - 1])
    if (starts && !(isWord(phrase.at(-1)) && isWord(text[at + phrase.length]))) return true
  }
  return false
}

/** Those of these subjects of which one layer holds all the phrases (folded by `foldText`) as they are written. One query. */
export async function holdsPhrases(db: Reader, kind: string, ids: readonly string[], phrases: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const { id, title, body } of await wordingsOfAll(db, kind, ids, HIDDEN_RATING)) {
    const text = foldText(`${title}\n${body}`).replace(/\s+/gu, ' ')
    if (phrases.every((phrase) => holds(text, phrase))) found.add(id)
  }
  return ids.filter((id) => found.has(id))
}
