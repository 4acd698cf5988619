import { audit } from '#features/settings/index.ts'
import type { Tx } from '#ground/database/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { normaliseLine } from '#pure/text/normalise.ts'
import { foldTerm, hostOf } from './filter.ts'
import { countTerms, deleteTerm, keepTerm } from './queries/filters.ts'
import { MOST_FILTER_TERMS } from './report.ts'

/** Puts a word or a host on the host's list; a double changes only its note. Throws Refusal `filter-term-empty`, `filter-host`, `filter-terms-full`. */
export async function addTerm(ground: Ground, admin: Member, input: { kind: 'word' | 'link'; term: string; note: string }) {
  const { db, ids, clock } = ground
  const term = normaliseLine(input.term)
  const folded = input.kind === 'word' ? foldTerm(term) : hostOf(term)
  if (!folded) throw new Refusal(input.kind === 'word' ? 'filter-term-empty' : 'filter-host', { field: 'term' })
  if ((await countTerms(db.q)) >= MOST_FILTER_TERMS) throw new Refusal('filter-terms-full', { count: MOST_FILTER_TERMS })
  return db.transaction(async (tx) => {
    const kept = await keepTerm(tx, {
      id: ids.next(),
      kind: input.kind,
      term: input.kind === 'link' ? folded : term,
      folded,
      note: normaliseLine(input.note),
      created_by: admin.id,
      created_at: clock.now(),
    })
    await noteTerm(tx, ground, admin, 'filter-term.added', kept)
    return kept
  })
}

/** Takes an entry off the list. Throws Refusal `not-found`. */
export async function dropTerm(ground: Ground, admin: Member, id: string): Promise<void> {
  await ground.db.transaction(async (tx) => {
    const gone = await deleteTerm(tx, id)
    if (!gone) throw notFound()
    await noteTerm(tx, ground, admin, 'filter-term.removed', gone)
  })
}

const noteTerm = (tx: Tx, ground: Ground, admin: Member, act: string, { id, kind, term }: { id: string; kind: string; term: string }) =>
  audit(tx, ground, { by: admin.id, act, subject: subject('filter-term', id), facts: { kind, term } })
