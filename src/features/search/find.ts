import { holdsPhrases } from '#features/language/index.ts'
import { actorsByHandle } from '#features/people/index.ts'
import { headsOfTopics } from '#features/topics/index.ts'
import { after, DAY, type Instant, instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import { decodeCursor, encodeCursor, isMoment } from '#pure/cursor/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { filterTerm } from './filters.ts'
import { documentsOf, type Search, topicTerms } from './queries/documents.ts'
import { understand } from './question.ts'
import { type Candidate, type Found, rank } from './ranking.ts'

export interface Filters {
  language?: string | undefined
  /** Ids of a topic and of a place (what lies in it too). */
  topic?: string | undefined
  place?: string | undefined
  /** Handle, with or without @. */
  author?: string | undefined
  pictures?: boolean | undefined
  /** Not older than this many days. */
  days?: number | undefined
  /** Not before, not after: days of the calendar in UTC, `2026-03-01`. */
  since?: string | undefined
  until?: string | undefined
}

/** What lies between two moments, for who has seen all before the first. */
export interface Between {
  after: Instant
  until: Instant
}

export interface Asked extends Filters {
  q: string
  kinds: string[]
  /** Only what answers every word, published between these moments. */
  between?: Between | undefined
  cursor?: string | undefined
  limit: number
}

export interface Finding {
  items: Found[]
  next: string | null
  /** The words that were looked for instead, when one was not known as written. */
  corrected: string | null
}

/** Newest candidates within each reach: what lies behind them is found by narrowing, not by paging. */
const CANDIDATES = { note: 120, other: 30 }
/** With fewer that answer every word, those that answer some are shown after them. */
const FEW = 10

/** Ranked ids that answer the query and that this viewer may read. Each word may be answered by itself, a topic, its sound or its meaning. */
export async function find({ db, clock, house }: Ground, viewer: Viewer, asked: Asked): Promise<Finding> {
  const reader = db.read()
  const from = asked.cursor ? decodeCursor(asked.cursor) : null
  if (from && !isMoment(from.id)) throw new Refusal('bad-cursor')
  const now = from ? instant(from.id) : (asked.between?.until ?? clock.now())
  const offset = from ? Number(from.key) : 0
  const { wanted, phrases, corrected } = await understand(reader, asked.q)
  const filters = await termsOf(reader, asked)
  if (filters === null || (wanted.length === 0 && (filters.length === 0 || asked.q.trim() !== ''))) return { items: [], next: null, corrected: null }
  const search: Search = { wanted, kinds: asked.kinds, kindTerm: filterTerm.kind, filters, ...timeOf(asked, now), limits: CANDIDATES }
  const candidates = await candidatesOf(reader, search, { isPartial: phrases.length === 0 && !asked.between })
  const ranked = rank(candidates, { wanted, reads: new Set(viewer.kind === 'member' ? viewer.reads : [viewer.locale]), now })
  const items: Found[] = []
  let at = offset
  // Whatever the index says, only what the owning feature lets this viewer read comes out.
  while (items.length < asked.limit && at < ranked.length) {
    const part = ranked.slice(at, at + asked.limit - items.length)
    const readable = await readableOf(part)
    items.push(...part.filter((one) => readable.has(`${one.kind} ${one.id}`)))
    at += part.length
  }
  // A correction is told only with a text that holds it: the index remembers words of what is gone or not for this viewer.
  const isTold = items.some((one) => one.why === 'text')
  return { items, next: at < ranked.length ? encodeCursor({ key: at, id: now.toISOString() }) : null, corrected: isTold ? corrected : null }

  async function readableOf(part: Found[]): Promise<Set<string>> {
    const allowed = new Set<string>()
    for (const kind of new Set(part.map((one) => one.kind))) {
      const ids = part.filter((one) => one.kind === kind).map((one) => one.id)
      const readable = [...((await house.subjects.get(kind)?.readable(reader, viewer, ids)) ?? [])]
      const exact = phrases.length > 0 ? await holdsPhrases(reader, kind, readable, phrases) : readable
      for (const id of exact) allowed.add(`${kind} ${id}`)
    }
    return allowed
  }
}

/** What answers directly; with less than a wall of it, what answers in other ways too; with next to nothing, what answers in part. */
async function candidatesOf(db: Reader, search: Search, { isPartial }: { isPartial: boolean }): Promise<Candidate[]> {
  const { wanted } = search
  const found = await documentsOf(db, topicTerms(wanted) ? ['itself', 'topics'] : ['itself'], search)
  // Other ways stand below the words themselves: behind a hundred of those nobody would see them, and looking for them costs most then.
  if (found.length < CANDIDATES.note && wanted.some(({ ways }) => ways.length > 1)) found.push(...(await documentsOf(db, ['each'], search)))
  if (found.length < FEW && wanted.length > 1 && isPartial) found.push(...(await documentsOf(db, ['any'], search)))
  return found
}

/** Null when it asks for somebody who is not here. */
async function termsOf(db: Reader, { language, topic, place, author, pictures }: Filters): Promise<string[] | null> {
  const handle = author?.replace(/^@/, '').toLowerCase()
  const by = handle ? (await actorsByHandle(db, [handle])).get(handle) : undefined
  if (handle && !by) return null
  const head = topic && ((await headsOfTopics(db, [topic])).get(topic) ?? topic)
  return [
    ...(language ? [filterTerm.language(language)] : []),
    ...(head ? [filterTerm.topic(head)] : []),
    ...(place ? [filterTerm.place(place)] : []),
    ...(by ? [filterTerm.author(by)] : []),
    ...(pictures ? [filterTerm.pictures] : []),
  ]
}

/** What was published up to `now`, within the days that were asked for. */
function timeOf({ days, since, until, between }: Asked, now: Instant): { since: Instant | null; until: Instant } {
  // The first moment itself was seen.
  const starts = [
    ...(between ? [after(between.after, 1)] : []),
    ...(days ? [after(now, -days * DAY)] : []),
    ...(since ? [instant(`${since}T00:00:00.000Z`)] : []),
  ]
  const end = until ? after(instant(`${until}T00:00:00.000Z`), DAY) : now
  return { since: starts.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null, until: end < now ? end : now }
}
