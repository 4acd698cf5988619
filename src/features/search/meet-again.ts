import { z } from 'zod'
import { dueWords, zDueWord } from '#features/language/index.ts'
import { tilesFor, zTile } from '#features/notes/index.ts'
import type { Ground } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { queryTerms } from '#pure/lexicon/terms.ts'
import { filterTerm } from './filters.ts'
import { newestWith } from './queries/count.ts'

const zAgain = z.object({ word: zDueWord, notes: z.array(zTile) })
/** Words looked for, words shown, notes a word. */
const MOST = { asked: 40, shown: 10, notes: 3 }

/** My words whose day to come back has come, each with the newest notes of others that hold it; words that stand in none are left out. Three queries. */
async function meetAgain(ground: Ground, member: Member): Promise<z.input<typeof zAgain>[]> {
  const words = await dueWords(ground, member, MOST.asked)
  const asked = words.map(({ headword }) => {
    const { all, prefix } = queryTerms(headword)
    const terms = prefix ? [...all, prefix] : all
    return terms.length > 0 ? [...terms, filterTerm.kind('note')] : []
  })
  const found = await newestWith(ground.db.read(), asked, member.id, MOST.notes)
  // Whatever the index says, only notes that this member may read come out.
  const tiles = new Map((await tilesFor(ground, member, [...new Set(found.flat())] as NoteId[])).map((tile) => [tile.id, tile]))
  return words
    .map((word, i) => ({ word, notes: (found[i] ?? []).flatMap((id) => tiles.get(id) ?? []) }))
    .filter(({ notes }) => notes.length > 0)
    .slice(0, MOST.shown)
}

export const againRoute = defineRoute({
  method: 'get',
  path: '/words/again',
  tag: 'search',
  summary: 'My words that come back today, with notes of other people that hold them',
  who: 'member',
  scope: 'read',
  limit: { count: 120, windowSeconds: 60 },
  answer: z.object({ items: z.array(zAgain) }),
  handle: async (ground, me) => ({ items: await meetAgain(ground, me) }),
})
