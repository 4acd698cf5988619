import type { Ground } from '#ground/feature.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import { queryTerms } from '#pure/lexicon/terms.ts'
import { filterTerm } from './filters.ts'
import { idsWith } from './queries/count.ts'

/** Beyond it is only told that there are more. */
const MOST_COUNTED = 100

/** How many notes that this viewer may read hold these words, in any layer or as the name of a topic: exact up to 100. Two queries. */
export async function countNotes({ db, house }: Ground, viewer: Viewer, q: string): Promise<{ count: number; more: boolean }> {
  const { all, prefix } = queryTerms(q)
  const terms = prefix ? [...all, prefix] : all
  if (terms.length === 0) return { count: 0, more: false }
  const found = await idsWith(db.read(), [...terms, filterTerm.kind('note')], MOST_COUNTED + 1)
  const readable = await house.subjects.get('note')?.readable(db.read(), viewer, found.slice(0, MOST_COUNTED))
  return { count: readable?.size ?? 0, more: found.length > MOST_COUNTED }
}
