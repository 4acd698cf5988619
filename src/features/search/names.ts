import type { Reader } from '#ground/database/index.ts'
import { foldLabelLoose } from '#pure/lexicon/fold.ts'
import { romajiKey } from '#pure/lexicon/kana.ts'
import { namesByPrefix } from './queries/names.ts'

/** What was typed, as names are kept: as it is written, and as it may sound. */
function foldsOf(q: string): string[] {
  const folded = foldLabelLoose(q)
  return folded === '' ? [] : [...new Set([folded, romajiKey(folded)])].filter(Boolean)
}

export interface Named {
  kind: string
  id: string
  name: string
}

/** People and boards whose name is written or sounds as something that begins so, by length of the name. */
export async function namesLike(db: Reader, q: string, limit: number): Promise<Named[]> {
  const folds = foldsOf(q)
  return folds.length === 0 ? [] : namesByPrefix(db, folds, limit)
}
