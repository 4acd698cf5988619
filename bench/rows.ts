/** The rows of one note, and what they are made of. */
import { heatOf, qualityOf } from '#features/feed/queries/projection.ts'
import { filterTerm } from '#features/search/filters.ts'
import { keyOf } from '#features/search/queries/documents.ts'
import { contentHash } from '#ground/ids/index.ts'
import { pick, type Random, seeded, zipf } from './words.ts'

export const MEMBERS = 10_000
export const DAY_MS = 86_400_000
export const SPREAD_DAYS = 180
export const LANGUAGES = ['en', 'en', 'en', 'en', 'en', 'zh-Hans', 'zh-Hans', 'zh-Hans', 'zh-Hans', 'es'] as const

export interface Sentence {
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
export function idOf(kind: string, i: number, at: number): string {
  const hex = contentHash(`${kind} ${i}`)
  const time = Math.floor(at).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`
}

const keys = new Map<string, number>()

/** The same terms come in thousands of notes. */
function keyCached(term: string): number {
  const key = keys.get(term) ?? keyOf(term)
  keys.set(term, key)
  return key
}

export type Row = Record<string, unknown>

export const TABLES = ['notes', 'note_topics', 'layers', 'media', 'likes', 'feed_notes', 'feed_topics', 'search_documents'] as const
export type Rows = Record<(typeof TABLES)[number], Row[]>

export function addNote(rows: Rows, world: World, i: number): void {
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
    filterTerm.author(author),
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
    keys: [...terms].map(keyCached),
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

export function layerRow(key: string, at: number, subject: { kind: string; id: string }, { language, origin, title, body }: Text, author: string): Row {
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
