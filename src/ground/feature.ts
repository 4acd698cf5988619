import type { Clock, Instant } from '#ground/clock/index.ts'
import type { Config } from '#ground/config/index.ts'
import type { Database, Reader, Tx } from '#ground/database/index.ts'
import type { Migration } from '#ground/database/migrate.ts'
import type { Fetch } from '#ground/fetch/index.ts'
import type { Limiter } from '#ground/http/limits.ts'
import type { Route } from '#ground/http/route.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import type { ActorId, Ids } from '#ground/ids/index.ts'
import type { Job, Jobs } from '#ground/jobs/index.ts'
import type { Live } from '#ground/live/index.ts'
import type { Log } from '#ground/log/index.ts'
import type { Mail } from '#ground/mail/index.ts'
import type { Metrics } from '#ground/metrics/index.ts'
import type { Announced, EventName, Outbox } from '#ground/outbox/index.ts'
import type { Storage } from '#ground/storage/index.ts'

/** The rooms of the ground floor. A function says which it needs by destructuring. */
export interface Ground {
  config: Config
  clock: Clock
  ids: Ids
  log: Log
  metrics: Metrics
  db: Database
  jobs: Jobs
  outbox: Outbox
  storage: Storage
  fetch: Fetch
  live: Live
  mail: Mail
  limiter: Limiter
  /** What the features contributed, collected by main.ts: how rooms below ask about things above. */
  house: House
}

/** Something that can be judged, illustrated, translated, reported or told about. */
export interface Subject {
  kind: string
  id: string
}
export const subject = (kind: string, id: string): Subject => ({ kind, id })

export interface SubjectKind {
  /** Which of these ids this viewer may read, in one query. A kind without it does not start. */
  readable(db: Reader, viewer: Viewer, ids: string[]): Promise<Set<string>>
  /** Who made each of these; what is gone is left out. As many queries for many as for one, like the two below. */
  owners(db: Reader, ids: readonly string[]): Promise<Map<string, ActorId>>
  /** Whether its text may go to an engine: public and unlisted only, unless the host allows more. */
  isPublic(db: Reader, id: string): Promise<boolean>
  /** Addresses of their pages, e.g. /@lin/0192…; what has none of its own is left out. */
  addresses(db: Reader, ids: readonly string[]): Promise<Map<string, string>>
  /** The larger thing it is a part of, as a picture is of a note; its words are found and told about there. */
  partOf?(db: Reader, id: string): Promise<Subject | null>
  /** Short words for lists of notices and reports, in the original. */
  excerpts(db: Reader, ids: readonly string[]): Promise<Map<string, string>>
}

/** One document for the search index; null removes it. */
export interface SearchDocument {
  id: string
  kind: string
  /** Text by language, original first; topics' labels are added by search. */
  texts: { language: string; title: string; body: string }[]
  topics: string[]
  language: string
  author: ActorId | null
  createdAt: Instant
  hasPictures: boolean
  /** Id of the place it was given, if any. */
  place?: string | null
}
export interface Searchable {
  load(db: Reader, id: string): Promise<SearchDocument | null>
  /** All ids, for a rebuild, in pages after `after`. */
  ids(db: Reader, after: string | null, limit: number): Promise<string[]>
  /** Those under any of these topics, likewise; for things that have topics. */
  underTopics?(db: Reader, topics: readonly string[], after: string | null, limit: number): Promise<string[]>
}

/** How a kind of notice reads: key in `pure/words` and where it leads. */
export interface NoticeKind {
  words: string
}

/** A part of a member's archive. */
export interface ArchivePart {
  export(db: Reader, member: ActorId): AsyncIterable<object>
}

export interface Feature {
  name: string
  /** Table name → its distribution key: 'reader', 'note', 'reference' or a column. Held by tools/check-tables.ts. */
  migrations?: Record<string, Migration>
  routes?: Route[]
  jobs?: (ground: Ground) => Job<never>[]
  on?: { [Name in EventName]?: (ground: Ground, event: Announced<Name>) => Promise<void> }
  /** As a function where a kind hangs on others: a layer is read by whoever may read its text. */
  subjects?: Record<string, SubjectKind> | ((house: House) => Record<string, SubjectKind>)
  searchable?: Record<string, Searchable>
  notices?: Record<string, NoticeKind>
  exports?: Record<string, ArchivePart>
  /** Runs after migration in every process that serves or works: idempotent, short, under a lock if it writes. */
  start?(ground: Ground): Promise<void>
  /** What doctor looks for: orphans and broken promises. A count, or the words that name each; 0 and none are healthy. */
  health?: Record<string, (db: Reader, ground: Ground) => Promise<number | string[]>>
  /** Told before the member's rows go: deletes what this feature keeps of them. */
  forget?(tx: Tx, member: ActorId): Promise<void>
}

export interface House {
  features: Feature[]
  subjects: Map<string, SubjectKind>
  searchable: Map<string, Searchable>
  notices: Map<string, NoticeKind>
}

export const feature = (manifest: Feature): Feature => manifest

/** Collects what the manifests contribute. Throws when two claim one name or a subject cannot say who may read it. */
export function collectHouse(features: Feature[]): House {
  const house: House = { features, subjects: new Map(), searchable: new Map(), notices: new Map() }
  for (const { name, subjects = {}, searchable = {}, notices = {} } of features) {
    for (const [kind, contribution] of Object.entries(typeof subjects === 'function' ? subjects(house) : subjects)) {
      if (house.subjects.has(kind)) throw new Error(`subject ${kind} is claimed twice, by ${name} too`)
      if (typeof contribution.readable !== 'function') throw new Error(`subject ${kind} of ${name} does not say who may read it`)
      house.subjects.set(kind, contribution)
    }
    for (const [kind, contribution] of Object.entries(searchable)) house.searchable.set(kind, contribution)
    for (const [kind, contribution] of Object.entries(notices)) house.notices.set(kind, contribution)
  }
  return house
}

/** The contribution for a subject; a kind nobody claims is a bug. */
export function kindOf(house: House, kind: string): SubjectKind {
  const found = house.subjects.get(kind)
  if (!found) throw new Error(`no feature contributes the subject ${kind}`)
  return found
}

/** Whether this viewer may read this one thing. Everyone who is handed a subject asks here. */
export async function isReadable(house: House, db: Reader, viewer: Viewer, { kind, id }: Subject): Promise<boolean> {
  const contribution = house.subjects.get(kind)
  return contribution !== undefined && (await contribution.readable(db, viewer, [id])).has(id)
}

export const keyOf = ({ kind, id }: Subject): string => `${kind} ${id}`

/** What their kinds say of these things, by `keyOf` each: one question a kind. A kind that no longer exists says nothing. */
export async function askKinds<T>(
  house: House,
  subjects: Iterable<Subject>,
  ask: (kind: SubjectKind, ids: string[]) => Promise<Map<string, T>>,
): Promise<Map<string, T>> {
  const ids = Map.groupBy(new Map([...subjects].map((one) => [keyOf(one), one])).values(), ({ kind }) => kind)
  const answers = await Promise.all(
    [...ids].map(async ([kind, of]) => {
      const contribution = house.subjects.get(kind)
      const said = contribution
        ? await ask(
            contribution,
            of.map(({ id }) => id),
          )
        : new Map<string, T>()
      return [...said].map(([id, answer]) => [keyOf({ kind, id }), answer] as const)
    }),
  )
  return new Map(answers.flat())
}

/** Which of these things this viewer may read, by `keyOf` each: one question a kind. */
export const readableAmong = async (house: House, db: Reader, viewer: Viewer, subjects: Iterable<Subject>): Promise<Set<string>> =>
  new Set((await askKinds(house, subjects, async (kind, ids) => new Map([...(await kind.readable(db, viewer, ids))].map((id) => [id, id])))).keys())

/** Who made this one thing; null when it is gone. */
export const ownerOf = async (house: House, db: Reader, { kind, id }: Subject): Promise<ActorId | null> =>
  (await house.subjects.get(kind)?.owners(db, [id]))?.get(id) ?? null

/** Address of this one thing's page; null when it has none. */
export const pageOfSubject = async (house: House, db: Reader, { kind, id }: Subject): Promise<string | null> =>
  (await house.subjects.get(kind)?.addresses(db, [id]))?.get(id) ?? null

/** What people know this thing as: the larger one it is a part of, else itself. Null when it is part of nothing any more. */
export async function wholeOf(house: House, db: Reader, part: Subject): Promise<Subject | null> {
  const partOf = house.subjects.get(part.kind)?.partOf
  return partOf ? partOf(db, part.id) : part
}
