import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { Refusal } from '#pure/problem/index.ts'
import { normaliseLine } from '#pure/text/normalise.ts'
import { foldTerm, hostOf } from './filter.ts'
import { countTerms, keepTerm } from './queries/filters.ts'
import { MOST_FILTER_TERMS } from './report.ts'

/** Puts a word or a host on the host's list; a double changes only its note. Throws Refusal `filter-term-empty`, `filter-host`, `filter-terms-full`. */
export async function addTerm({ db, ids, clock }: Ground, admin: Member, input: { kind: 'word' | 'link'; term: string; note: string }) {
  const term = normaliseLine(input.term)
  const folded = input.kind === 'word' ? foldTerm(term) : hostOf(term)
  if (!folded) throw new Refusal(input.kind === 'word' ? 'filter-term-empty' : 'filter-host', { field: 'term' })
  if ((await countTerms(db.q)) >= MOST_FILTER_TERMS) throw new Refusal('filter-terms-full', { count: MOST_FILTER_TERMS })
  return keepTerm(db.q, {
    id: ids.next(),
    kind: input.kind,
    term: input.kind === 'link' ? folded : term,
    folded,
    note: normaliseLine(input.note),
    created_by: admin.id,
    created_at: clock.now(),
  })
}
