import { isBlocked } from '#features/graph/index.ts'
import { checkText } from '#features/moderation/index.ts'
import { actorsByHandle, findActor, readersById } from '#features/people/index.ts'
import { placeById } from '#features/places/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { normaliseLine, normaliseText } from '#pure/text/normalise.ts'
import type { NoteInput } from './composer.ts'
import { hashtagsOf, kindOfNote, limits, mentionsOf, noteWording, type Visibility, type Wording } from './note.ts'

export type GivenLayer = Pick<Wording, 'title' | 'body'> & { language: string }

/** A note whose every part was looked at, ready to be written in one transaction. */
export interface PreparedNote extends Omit<NoteInput, 'title' | 'body' | 'warning' | 'kind' | 'visibility' | 'coauthors' | 'layers'> {
  kind: 'photo' | 'text'
  wording: Wording
  visibility: Visibility
  topics: string[]
  mentions: ActorId[]
  coauthors: ActorId[]
  layers: GivenLayer[]
  /** Languages the author writes. */
  declared: string[]
}

/** Throws the refusals of `noteWording` and `kindOfNote`, `forbidden-word`, `forbidden-link`, `mentions-count`, `topics-count`, `place-unknown`, `coauthor-unknown`, `coauthors-count`, `layers-count`. */
export async function prepareNote(ground: Ground, author: { id: ActorId }, input: NoteInput): Promise<PreparedNote> {
  const db = ground.db.q
  const wording = noteWording(input)
  const kind = kindOfNote({ title: wording.title, pictures: input.pictures.length, wanted: input.kind })
  const layers = layersGiven(input.layers)
  await checkText(db, [wording.warning ?? '', ...[wording, ...layers].map(({ title, body }) => `${title}\n${body}`)].join('\n'))
  await checkPlace(db, input.placeId)
  const [mentions, coauthors, readers, actor] = await Promise.all([
    mentionedPeople(ground, db, wording.body),
    coauthorsNamed(ground, db, author.id, input.coauthors),
    readersById(db, [author.id]),
    findActor(db, { id: author.id }),
  ])
  return {
    ...input,
    kind,
    wording,
    layers,
    mentions,
    coauthors,
    topics: allTopics(input.topics, wording.body),
    visibility: input.visibility ?? (actor?.locked ? 'followers' : 'public'),
    declared: readers.get(author.id)?.writes ?? [],
  }
}

/** Throws Refusal `layers-count`. */
export function layersGiven(layers: NoteInput['layers']): GivenLayer[] {
  if (layers.length > limits.layers) throw new Refusal('layers-count', { field: 'layers', count: limits.layers })
  return layers.map(({ language, title, body }) => ({ language, title: normaliseLine(title), body: normaliseText(body).trim() }))
}

export async function checkPlace(db: Reader, placeId: string | null): Promise<void> {
  if (placeId !== null && !(await placeById(db, placeId))) throw new Refusal('place-unknown', { field: 'placeId' })
}

/** Chosen topics, then those of the body. They are counted again when it is known which of them are one. */
export const allTopics = (chosen: readonly string[], body: string): string[] =>
  [...new Set([...chosen.map(normaliseLine), ...hashtagsOf(body)])].filter(Boolean)

/** People of this place named in a text; names nobody has are plain words. Throws Refusal `mentions-count`. */
export async function mentionedPeople({ config }: Ground, db: Reader, body: string): Promise<ActorId[]> {
  const handles = mentionsOf(body, new URL(config.origin).host)
  if (handles.length === 0) return []
  const people = [...new Set((await actorsByHandle(db, handles)).values())]
  if (people.length > limits.mentions) throw new Refusal('mentions-count', { field: 'body', count: limits.mentions })
  return people
}

/** People of this place by handle, without the author; those who are `there` are there already. Throws Refusal `coauthor-unknown`, `coauthors-count`. */
export async function coauthorsNamed(
  { config }: Ground,
  db: Reader,
  author: ActorId,
  names: readonly string[],
  there: readonly ActorId[] = [],
): Promise<ActorId[]> {
  if (names.length === 0) return []
  const host = `@${new URL(config.origin).host}`
  const handles = names.map((name) => name.trim().toLowerCase().replace(/^@/, '')).map((name) => (name.endsWith(host) ? name.slice(0, -host.length) : name))
  const known = await actorsByHandle(
    db,
    handles.filter((handle) => /^[a-z0-9_]+$/.test(handle)),
  )
  const people = new Set<ActorId>()
  for (const handle of handles) {
    const id = known.get(handle)
    // Who has blocked the author looks like nobody.
    if (!id || (!there.includes(id) && (await isBlocked(db, author, id))))
      throw new Refusal('coauthor-unknown', { field: 'coauthors', handle: normaliseLine(handle) })
    if (id !== author) people.add(id)
  }
  if (people.size > limits.coauthors) throw new Refusal('coauthors-count', { field: 'coauthors', count: limits.coauthors })
  return [...people]
}
