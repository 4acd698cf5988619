import { topicsByLabels } from '#features/topics/index.ts'
import { after, DAY, instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import { decodeCursor, encodeCursor, isMoment } from '#pure/cursor/index.ts'
import { queryTerms } from '#pure/lexicon/terms.ts'
import { Refusal } from '#pure/problem/index.ts'
import { filterTerm } from './index-subject.ts'
import { type Branch, documentsOf, knownWords, wordsByKeys } from './queries/documents.ts'
import { type Found, rank } from './ranking.ts'
import { deletions, isSpelled, nearest } from './spelling.ts'

export interface Asked {
  q: string
  kinds: string[]
  language?: string | undefined
  topic?: string | undefined
  pictures: boolean
  /** Not older than this many days. */
  days?: number | undefined
  cursor?: string | undefined
  limit: number
}

export interface Finding {
  items: Found[]
  next: string | null
  /** The words that were looked for instead, when one was not known as written. */
  corrected: string | null
}

/** Newest candidates per branch: what lies behind them is found by narrowing, not by paging. */
const CANDIDATES = 200

/** Ranked ids that answer the query and that this viewer may read. Text must hold every word; a topic of that name answers too. */
export async function find({ db, clock, house }: Ground, viewer: Viewer, asked: Asked): Promise<Finding> {
  const reader = db.read()
  const from = asked.cursor ? decodeCursor(asked.cursor) : null
  if (from && !isMoment(from.id)) throw new Refusal('bad-cursor')
  const until = from ? instant(from.id) : clock.now()
  const offset = from ? Number(from.key) : 0
  const { terms, corrected } = await spelled(reader, termsOf(asked.q))
  const topics = [...new Set((await topicsByLabels(reader, [asked.q.trim(), ...(asked.q.includes(' ') ? [] : asked.q.split(/\s+/))].filter(Boolean))).values())]
  const since = asked.days ? after(until, -asked.days * DAY) : null
  const found = await documentsOf(reader, branches(asked, terms, topics), { words: terms, until, since, limit: CANDIDATES })
  const ranked = rank(found, { words: terms.length, reads: new Set(viewer.kind === 'member' ? viewer.reads : [viewer.locale]), now: until })
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
  return { items, next: at < ranked.length ? encodeCursor({ key: at, id: until.toISOString() }) : null, corrected: isTold ? corrected : null }

  async function readableOf(part: Found[]): Promise<Set<string>> {
    const allowed = new Set<string>()
    for (const kind of new Set(part.map((one) => one.kind))) {
      const ids = part.filter((one) => one.kind === kind).map((one) => one.id)
      const readable = await house.subjects.get(kind)?.readable(reader, viewer, ids)
      for (const id of readable ?? []) allowed.add(`${kind} ${id}`)
    }
    return allowed
  }
}

const termsOf = (q: string): string[] => {
  const { all, prefix } = queryTerms(q)
  return [...new Set(prefix ? [...all, prefix] : all)]
}

/** Text holds every word; a topic of that name answers too. Each kind of thing is looked for apart, so that none crowds out another. */
function branches(asked: Asked, terms: string[], topics: string[]): Branch[] {
  const narrowing = [
    ...(asked.language ? [filterTerm.language(asked.language)] : []),
    ...(asked.topic ? [filterTerm.topic(asked.topic)] : []),
    ...(asked.pictures ? [filterTerm.pictures] : []),
  ]
  return asked.kinds.flatMap((kind) => {
    const filters = [filterTerm.kind(kind), ...narrowing]
    const byTopic = topics.map((topic) => ({ why: 'topic' as const, terms: [filterTerm.topic(topic), ...filters] }))
    return terms.length > 0 || asked.topic ? [{ why: 'text' as const, terms: [...terms, ...filters] }, ...byTopic] : byTopic
  })
}

/** Replaces Latin words that occur nowhere by the nearest that do, one edit away. */
async function spelled(db: Reader, terms: string[]): Promise<{ terms: string[]; corrected: string | null }> {
  const words = terms.filter(isSpelled)
  const known = await knownWords(db, words)
  const replaced = new Map<string, string>()
  for (const word of words.filter((one) => !known.has(one)).slice(0, 4)) {
    const [best] = nearest(word, await wordsByKeys(db, deletions(word)))
    if (best) replaced.set(word, best)
  }
  const after = terms.map((term) => replaced.get(term) ?? term)
  return { terms: after, corrected: replaced.size > 0 ? after.join(' ') : null }
}
