/**
 * Fills a place with members and notes straight into the tables, for measurements only: nobody is ever shown these.
 * The same seed gives the same rows; only the end of the time they are spread over is now.
 */
import type pg from 'pg'
import { deletions, isSpelled } from '#features/search/spelling.ts'
import { indexTerms } from '#pure/lexicon/terms.ts'
import { addNote, DAY_MS, idOf, LANGUAGES, layerRow, MEMBERS, noteId, type Row, type Rows, type Sentence, SPREAD_DAYS, TABLES, type World } from './rows.ts'
import { pick, seeded, sentence, zipf } from './words.ts'

const BATCH = 2_000
const SENTENCES = 1_500
const COMMENTED = 40
const COMMENTS_EACH = 30

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

/** Notes `from` to `to` with all that lists, search and pages read. Indexes are taken away meanwhile and made anew. */
export async function fillNotes(db: pg.Client, world: World, from: number, to: number, say: (done: number) => void = () => {}): Promise<void> {
  await db.query('set statement_timeout = 0')
  await db.query(`set maintenance_work_mem = '256MB'`)
  await db.query('set synchronous_commit = off')
  const { rows: indexes } = await db.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = any($1::text[]::regclass[]) and not indisunique`,
    [TABLES],
  )
  for (const { name } of indexes) await db.query(`drop index ${name}`)
  for (let at = from; at < to; at += BATCH) {
    const rows = Object.fromEntries(TABLES.map((table) => [table, []])) as unknown as Rows
    for (let i = at; i < Math.min(to, at + BATCH); i += 1) addNote(rows, world, i)
    await db.query('begin')
    for (const table of TABLES) await insert(db, table, rows[table])
    await db.query('commit')
    say(at + BATCH - from)
  }
  for (const { definition } of indexes) await db.query(definition)
  if (from === 0) await fillComments(db, world)
  await fillWords(db, world)
  await db.query('vacuum analyze')
}

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
