import type { Tx } from '#ground/database/index.ts'
import type { Subject } from '#ground/feature.ts'
import { deleteAllOf, moveCached } from './queries/layers.ts'
import { deleteWordingsOf } from './queries/people.ts'
import { forgetSentencesOf } from './queries/saved-words.ts'

/** The subject is gone: its text in every language, what engines said of it, who asked, and what was quoted from it go in the same transaction. */
export async function dropLayers(tx: Tx, subject: Subject): Promise<void> {
  await deleteAllOf(tx, subject)
  await forgetSentencesOf(tx, subject)
}

/** Earlier wordings of the layers of these subjects go: others may read now what was worded for oneself. */
export const dropWordings = (tx: Tx, ids: readonly string[]) => deleteWordingsOf(tx, ids)

/** What engines said of a draft belongs to the note that was made of it. */
export const adoptTexts = (tx: Tx, from: Subject, to: Subject) => moveCached(tx, from, to)
