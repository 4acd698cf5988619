/**
 * Fills a place with members and notes straight into the tables, for measurements only: nobody is ever shown these.
 * The same seed gives the same rows; only the end of the time they are spread over is now.
 */
import type pg from 'pg'
import { heatOf, qualityOf } from '#features/feed/queries/projection.ts'
import { filterTerm } from '#features/search/index-subject.ts'
import { deletions, isSpelled } from '#features/search/spelling.ts'
import { contentHash } from '#ground/ids/index.ts'
import { indexTerms } from '#pure/lexicon/terms.ts'
import { pick, type Random, seeded, sentence, zipf } from './words.ts'

const MEMBERS = 10_000
const BATCH = 2_000
const DAY_MS = 86_400_000
const SPREAD_DAYS = 180
const LANGUAGES = ['en', 'en', 'en', 'en', 'en', 'zh-Hans', 'zh-Hans', 'zh-Hans', 'zh-Hans', 'es'] as const
const SENTENCES = 1_500
const COMMENTED = 40
const COMMENTS_EACH = 30

interface Sentence {
  text: string
  terms: string[]
}

export interface World {
  members: string[]
  topics: { id: string; terms: string[] }[]
  sentences: Map<string, Sentence[]>
  until: number
}

/** A UUIDv7 shape of its own for the i-th thing of a kind: the same in every run but for its time. */
function idOf(kind: string, i: number, at: number): string {
  const hex = contentHash(`${kind} ${i}`)
  const time = Math.floor(at).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`
}

type Row = Record<string, unknown>

async function insert(db: pg.Client, table: string, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  for (let at = 0; at < rows.length; at += BATCH)
    await db.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb) on conflict do nothing`, [
      JSON.stringify(rows.slice(at, at + BATCH)),
    ])
}

/** Members with ten follows each, and the words notes are made of. */
export async function fillPeople(db: pg.Client, seed = 1): Promise<World> {
  const random = seeded(seed)
  const until = Date.now()
  const from = until - SPREAD_DAYS * DAY_MS
  const members = Array.from({ length: MEMBERS }, (_, i) => idOf('actor', i, from + i))
  const at = new Date(from).toISOString()
  await insert(
    db,
    'actors',
    members.map((id, i) => ({ id, handle: `member${i}`, uri: `bench:${id}`, kind: 'person', name: `Member ${i}`, locked: false, created_at: at })),
  )
  await insert(
    db,
    'members',
    members.map((actor_id, i) => ({
      actor_id,
      email: `member${i}@example.org`,
      role: 'member',
      state: 'active',
      locale: i % 2 ? 'en' : 'zh-Hans',
      reads: i % 2 ? ['en'] : ['zh-Hans'],
      writes: ['en'],
      time_zone: 'UTC',
      minor: false,
      settings: {},
      created_at: at,
    })),
  )
  const follows = members.flatMap((follower_id) =>
    Array.from({ length: 10 }, () => ({ follower_id, followee_id: members[zipf(random, MEMBERS)], state: 'accepted', created_at: at })),
  )
  await insert(db, 'follows', follows)
  const { rows } = await db.query<{ id: string; labels: string[] }>(
    'select topic_id as id, array_agg(label order by language, position) as labels from topic_labels group by topic_id order by topic_id',
  )
  const sentences = new Map(
    [...new Set(LANGUAGES)].map((language) => [language as string, Array.from({ length: SENTENCES }, () => withTerms(sentence(random, language)))]),
  )
  return { members, topics: rows.map(({ id, labels }) => ({ id, terms: indexTerms(labels.join('\n')) })), sentences, until }
}

const withTerms = (text: string): Sentence => ({ text, terms: indexTerms(text) })

const TABLES = ['notes', 'note_topics', 'layers', 'media', 'likes', 'feed_notes', 'feed_topics', 'search_documents'] as const
type Rows = Record<(typeof TABLES)[number], Row[]>

/** Notes `from` to `to` with all that lists, search and pages read. Every index is there before and after; that of the terms is made anew. */
export async function fillNotes(db: pg.Client, world: World, from: number, to: number, say: (done: number) => void = () => {}): Promise<void> {
  await db.query('set statement_timeout = 0')
  await db.query(`set maintenance_work_mem = '256MB'`)
  await db.query('set synchronous_commit = off')
  const { rows: gin } = await db.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename = 'search_documents' and indexdef like '%USING gin%'`,
  )
  for (const { indexname } of gin) await db.query(`drop index ${indexname}`)
  for (let at = from; at < to; at += BATCH) {
    const rows = Object.fromEntries(TABLES.map((table) => [table, []])) as unknown as Rows
    for (let i = at; i < Math.min(to, at + BATCH); i += 1) addNote(rows, world, i)
    await db.query('begin')
    for (const table of TABLES) await insert(db, table, rows[table])
    await db.query('commit')
    say(at + BATCH - from)
  }
  for (const { indexdef } of gin) await db.query(indexdef)
  if (from === 0) await fillComments(db, world)
  await fillWords(db, world)
  await db.query('vacuum analyze')
}

function addNote(rows: Rows, world: World, i: number): void {
  const random = seeded(i * 7919 + 1)
  const at = world.until - (0.001 + random()) * SPREAD_DAYS * DAY_MS
  const id = noteId(world, i)
  const language = pick(random, LANGUAGES)
  const author = world.members[zipf(random, MEMBERS)] as string
  const created = new Date(at).toISOString()
  const topics = [...new Set(Array.from({ length: 1 + Math.floor(random() * 3) }, () => zipf(random, world.topics.length)))].map(
    (one) => world.topics[one] as World['topics'][number],
  )
  const counts = { like_count: zipf(random, 400), save_count: zipf(random, 60), boost_count: zipf(random, 20), comment_count: 0 }
  const hasPicture = random() < 0.6
  const base = {
    root_id: null,
    parent_id: null,
    visibility: 'public',
    state: 'published',
    licence: 'all-rights-reserved',
    created_at: created,
    published_at: created,
    revision: 1,
  }
  rows.notes.push({
    id,
    uri: `bench:${id}`,
    author_id: author,
    kind: hasPicture ? 'photo' : 'text',
    ...base,
    language,
    cover_pattern: i % 8,
    picture_count: hasPicture ? 1 : 0,
    ...counts,
  })
  topics.forEach((topic, position) => rows.note_topics.push({ note_id: id, topic_id: topic.id, position, published_at: created }))
  const texts = layersOf(random, world, language)
  for (const [n, text] of texts.entries())
    rows.layers.push(layerRow(`${i}-${n}`, at, { kind: 'note', id }, text, text.origin === 'person' ? pick(random, world.members) : author))
  if (hasPicture) rows.media.push(mediaRow(i, at, id, author))
  for (let n = 0; n < Math.min(3, counts.like_count); n += 1) rows.likes.push({ note_id: id, actor_id: pick(random, world.members), created_at: created })
  const quality = qualityOf(counts)
  const heat = heatOf(quality, new Date(at))
  rows.feed_notes.push({
    note_id: id,
    author_id: author,
    published_at: created,
    quality,
    heat,
    language,
    layer_languages: texts.slice(1).map((one) => one.language),
    topics: topics.map((topic) => topic.id),
  })
  for (const topic of topics) rows.feed_topics.push({ topic_id: topic.id, note_id: id, language, published_at: created, heat })
  const filters = [
    filterTerm.kind('note'),
    ...texts.map((one) => filterTerm.language(one.language)),
    ...topics.map((topic) => filterTerm.topic(topic.id)),
    ...(hasPicture ? [filterTerm.pictures] : []),
  ]
  const terms = new Set([
    ...texts.flatMap((one) => [...one.title.terms, ...one.body.flatMap((part) => part.terms)]),
    ...topics.flatMap((topic) => topic.terms),
    ...filters,
  ])
  rows.search_documents.push({
    kind: 'note',
    id,
    terms: [...terms],
    title_terms: texts.flatMap((one) => one.title.terms),
    language,
    author_id: author,
    created_at: created,
  })
}

/** Id of the i-th note; its time is drawn first, so that it can be told again. */
export function noteId(world: World, i: number): string {
  const at = world.until - (0.001 + seeded(i * 7919 + 1)()) * SPREAD_DAYS * DAY_MS
  return idOf('note', i, at)
}

interface Text {
  language: string
  origin: 'original' | 'machine' | 'person'
  title: Sentence
  body: Sentence[]
}

/** The original, for four of ten a machine's layer, for one of twelve a member's. */
function layersOf(random: Random, { sentences }: World, language: string): Text[] {
  const text = (inLanguage: string, origin: Text['origin']): Text => {
    const pool = sentences.get(inLanguage) ?? []
    return { language: inLanguage, origin, title: pick(random, pool), body: Array.from({ length: 2 + Math.floor(random() * 4) }, () => pick(random, pool)) }
  }
  const other = language === 'zh-Hans' ? 'en' : 'zh-Hans'
  return [text(language, 'original'), ...(random() < 0.4 ? [text(other, 'machine')] : []), ...(random() < 0.08 ? [text(other, 'person')] : [])]
}

function layerRow(key: string, at: number, subject: { kind: string; id: string }, { language, origin, title, body }: Text, author: string): Row {
  const time = new Date(at).toISOString()
  return {
    id: idOf('layer', 0, at).slice(0, 14) + idOf(`layer ${key}`, 0, at).slice(14),
    subject_kind: subject.kind,
    subject_id: subject.id,
    language,
    origin,
    by_actor: origin === 'machine' ? null : author,
    engine: origin === 'machine' ? 'bench' : null,
    title: title.text.slice(0, 60),
    body: body.map((part) => part.text).join(' '),
    also: [],
    language_given: false,
    revision: 1,
    source_revision: 1,
    stale: false,
    rating: 0,
    created_at: time,
    updated_at: time,
  }
}

const mediaRow = (i: number, at: number, note: string, owner: string): Row => ({
  id: idOf('media', i, at),
  owner_id: owner,
  state: 'ready',
  hash: contentHash(`picture ${i}`),
  media_type: 'image/jpeg',
  width: 1200,
  height: 1600,
  focal_x: 0.5,
  focal_y: 0.5,
  alt: 'A picture',
  preview: `data:image/webp;base64,${'A'.repeat(200)}`,
  variants: [320, 640, 960, 1200].flatMap((width) =>
    ['avif', 'webp'].map((type) => ({ name: `w${width}.${type}`, width, height: Math.round((width * 4) / 3), type: `image/${type}`, bytes: width * 90 })),
  ),
  subject_kind: 'note',
  subject_id: note,
  position: 0,
  bytes: 900_000,
  tries: 0,
  created_at: new Date(at).toISOString(),
})

async function fillComments(db: pg.Client, world: World): Promise<void> {
  const random = seeded(77)
  const notes: Row[] = []
  const layers: Row[] = []
  for (let i = 0; i < COMMENTED; i += 1) {
    const root = noteId(world, i)
    for (let n = 0; n < COMMENTS_EACH; n += 1) {
      const at = world.until - random() * DAY_MS
      const id = idOf('comment', i * COMMENTS_EACH + n, at)
      const author = pick(random, world.members)
      const time = new Date(at).toISOString()
      notes.push({
        id,
        uri: `bench:${id}`,
        author_id: author,
        kind: 'comment',
        root_id: root,
        parent_id: null,
        visibility: 'public',
        state: 'published',
        language: 'en',
        licence: 'all-rights-reserved',
        cover_pattern: 0,
        picture_count: 0,
        created_at: time,
        published_at: time,
        revision: 1,
        like_count: 0,
        save_count: 0,
        boost_count: 0,
        comment_count: 0,
      })
      const pool = world.sentences.get('en') ?? []
      layers.push(
        layerRow(
          `comment ${i} ${n}`,
          at,
          { kind: 'comment', id },
          { language: 'en', origin: 'original', title: { text: '', terms: [] }, body: [pick(random, pool)] },
          author,
        ),
      )
    }
  }
  await insert(db, 'notes', notes)
  await insert(db, 'layers', layers)
  await db.query('update notes set comment_count = $1 where id = any($2)', [COMMENTS_EACH, Array.from({ length: COMMENTED }, (_, i) => noteId(world, i))])
}

async function fillWords(db: pg.Client, { sentences }: World): Promise<void> {
  const words = new Set([...sentences.values()].flat().flatMap((one) => one.terms.filter(isSpelled)))
  await insert(
    db,
    'search_words',
    [...words].map((word) => ({ word, keys: deletions(word) })),
  )
}
