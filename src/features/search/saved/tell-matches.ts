import { memberById } from '#features/people/index.ts'
import { after, DAY, type Instant, MINUTE } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import { askKinds, type Ground, keyOf } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Job } from '#ground/jobs/index.ts'
import { find } from '../find.ts'
import { dueSearches, markSeen, type SavedSearch } from '../queries/saved.ts'

const AT_ONCE = 100
const MOST_MATCHES = 20
const MOST_AUTHORS = 5
/** Indexing comes after publishing; what is younger waits for the next look. */
const SETTLED = 5 * MINUTE

/** Looks once a day for what is new to each saved search and announces it, if anything is. One that fails is tried again in an hour; the others go on. */
export const tellMatches = (ground: Ground): Job<never> => ({
  name: 'search.saved',
  every: '17 * * * *',
  concurrency: 1,
  deadlineSeconds: 3000,
  async run(_: object, signal: AbortSignal) {
    const until = after(ground.clock.now(), -SETTLED)
    let due: SavedSearch[] = []
    do {
      due = await dueSearches(ground.db.q, after(until, -DAY), due.at(-1), AT_ONCE)
      for (const search of due)
        await look(ground, search, until).catch((err: unknown) => ground.log.warn({ err, search: search.id }, 'a saved search could not be looked for'))
    } while (due.length === AT_ONCE && !signal.aborted)
  },
})

async function look(ground: Ground, search: SavedSearch, until: Instant): Promise<void> {
  const authors = await authorsOfNew(ground, search, until)
  await ground.db.transaction(async (tx) => {
    if (!(await markSeen(tx, search, until)) || authors.length === 0) return
    await ground.outbox.announce(tx, 'search.matched', { searchId: search.id, memberId: search.memberId, authors }, search.id)
  })
}

/** Who wrote what its member may read and has not seen, themselves apart. */
async function authorsOfNew(ground: Ground, { memberId, q, filters, seenUntil }: SavedSearch, until: Instant): Promise<ActorId[]> {
  const viewer = await viewerOf(ground.db.q, memberId)
  if (!viewer) return []
  const asked = { ...filters, pictures: filters.pictures === 'true', q, kinds: ['note'], between: { after: seenUntil, until }, limit: MOST_MATCHES }
  const { items } = await find(ground, viewer, asked)
  const authors = new Set<ActorId>()
  const owners = await askKinds(ground.house, items, (kind, ids) => kind.owners(ground.db.q, ids))
  for (const one of items) {
    const owner = owners.get(keyOf(one))
    if (owner && owner !== memberId) authors.add(owner)
    if (authors.size === MOST_AUTHORS) break
  }
  return [...authors]
}

async function viewerOf(db: Reader, id: ActorId): Promise<Member | undefined> {
  const row = await memberById(db, id)
  if (row?.state !== 'active') return undefined
  const { handle, role, locale, reads, minor } = row
  return { kind: 'member', id, handle, role, locale, reads, minor, scopes: new Set(), confirmed: true, sessionId: null, strong: false }
}
