import type { MendId } from '#features/language/tables.ts'
import { jpeg } from '#features/media/media.harness.ts'
import { receiveBody } from '#features/media/receive-body.ts'
import { joinNote } from '#features/notes/answer-coauthor.ts'
import { type NoteInput, postComment, type Visibility } from '#features/notes/index.ts'
import type { LayerId, MediaId, NoteId } from '#ground/ids/index.ts'
import { BOX, EVERYBODY, must, type Thing, VIEWERS, type Viewer, type World, wordsOf } from './thing.ts'

const NOBODY: Viewer[] = []

interface Plan {
  name: string
  by?: string
  visibility?: Visibility
  sees: readonly Viewer[]
  isListed?: boolean
  isOnPage?: boolean
  isUnfindable?: boolean
}

const PLANS: Plan[] = [
  { name: 'public', visibility: 'public', sees: EVERYBODY, isListed: true },
  { name: 'unlisted', visibility: 'unlisted', sees: EVERYBODY },
  { name: 'followers', visibility: 'followers', sees: ['follower', 'mentioned', 'author', 'coauthor'] },
  { name: 'mentioned', visibility: 'mentioned', sees: ['mentioned', 'author', 'coauthor'] },
  { name: 'self', visibility: 'self', sees: ['author', 'coauthor'] },
  { name: 'archived', visibility: 'public', sees: ['author', 'coauthor'], isOnPage: false },
  { name: 'author-deleted', visibility: 'public', sees: NOBODY, isOnPage: false },
  { name: 'by someone blocked', by: 'shunned', visibility: 'public', sees: VIEWERS.filter((viewer) => viewer !== 'stranger'), isListed: true },
  { name: 'by a locked account', by: 'locked', sees: ['follower'] },
  { name: 'by a minor', by: 'kid', sees: ['follower'] },
  { name: 'by a minor for all', by: 'kid', visibility: 'public', sees: EVERYBODY, isListed: true, isUnfindable: true },
]

/** One note for each plan, with picture, layer, topic and comment. */
export async function publishNotes(world: World): Promise<void> {
  const pictures = new Map<string, string>()
  for (const { name, by = 'author' } of PLANS) pictures.set(name, await picture(world, by))
  await world.house.settle()
  for (const plan of PLANS) await publish(world, plan, pictures.get(plan.name) as string)
  await world.house.settle()
  await must(world.house.as('author').put(`/notes/${world.thing('archived').ids.note}/archive`))
  await must(world.house.as('author').delete(`/notes/${world.thing('author-deleted').ids.note}`))
}

/** An uploaded picture, not decoded yet. */
export async function picture({ house }: World, by: string): Promise<MediaId> {
  const request = new Request('http://localhost:3000/api/commonplace/v1/media', { method: 'POST', body: (await jpeg(90, 60)) as never })
  return receiveBody(house.ground, await house.viewer(by), request)
}

async function publish(
  world: World,
  { name, by = 'author', visibility, sees, isListed = false, isOnPage = true, isUnfindable = false }: Plan,
  media: string,
): Promise<Thing> {
  const { house } = world
  const words = wordsOf(world.things.length)
  const mine = by === 'author'
  const input: Partial<NoteInput> = {
    title: words.title,
    body: `${words.body} #${words.topic}inbody${mine ? ' @mentioned' : ''}`,
    warning: words.warning,
    language: 'en',
    topics: [words.topic],
    placeId: world.place,
    pictures: [{ id: media as MediaId, alt: words.alt }],
    layers: [{ language: 'zh-Hans', title: words.zh, body: words.layer }],
    coauthors: mine ? ['coauthor'] : [],
    visibility,
  }
  const note = await house.a.note(by, input as Partial<NoteInput>)
  if (mine) await joinNote(house.ground, await house.viewer('coauthor'), note)
  const comment = await postComment(house.ground, await house.viewer(by), note, { body: words.comment })
  const boxes = [{ ...BOX, words: words.picture, meaning: words.meaning }]
  await must(house.as(by).put(`/pictures/${media}/words`, { revision: 0, language: 'en', into: 'zh-Hans', boxes }))
  // A concept that was in everybody's sight once stays one of the house when the note goes.
  const { topic: _topic, ...own } = words
  const wasPublic = visibility === 'public' && !sees.includes('anonymous')
  const thing: Thing = {
    name,
    owner: by,
    sees,
    words: wasPublic ? own : words,
    isListed,
    isOnPage,
    isUnfindable,
    ids: { note, comment, media, pictured: media, ...(await layersOf(world, note, comment)) },
  }
  world.things.push(thing)
  return thing
}

async function layersOf({ house }: World, note: string, comment: string): Promise<Record<string, string>> {
  const rows = await house.ground.db.q.selectFrom('layers').select(['id', 'subject_id', 'language']).where('subject_id', 'in', [note, comment]).execute()
  const of = (subject: string, language: string) => rows.find((row) => row.subject_id === subject && row.language === language)?.id ?? ''
  const layer = of(note, 'zh-Hans')
  return { layer, original: of(note, 'en'), mend: await mendOf(house, layer) }
}

/** Proposed by somebody who has left. */
async function mendOf({ ground }: World['house'], layer: string): Promise<string> {
  const id = ground.ids.next<MendId>()
  const row = { id, layer_id: layer as LayerId, sentence: 'title', text: 'Mended', before: null, by_actor: null, licence: 'text' as const }
  await ground.db.q
    .insertInto('mends')
    .values({ ...row, state: 'proposed', created_at: ground.clock.now(), decided_at: null })
    .execute()
  return id
}

/** A note for everybody whose place waits, and what the author never shows: both places occur nowhere else. */
export async function keepPlacesBack(world: World): Promise<void> {
  const { house, things } = world
  const [waiting, never] = ['reykjavik', 'wellington']
  await must(house.as('author').patch('/me/places', { wait: 'week', never: [never] }))
  const { title, body, topic } = wordsOf(things.length)
  const note = await house.a.note('author', {
    title,
    body,
    language: 'en',
    visibility: 'public',
    topics: [topic],
    placeId: waiting,
    coauthors: ['coauthor'],
  })
  await joinNote(house.ground, await house.viewer('coauthor'), note)
  await must(house.as('author').patch('/me/places', { wait: 'none' }))
  const standing = { owner: 'author', isListed: true, isOnPage: true }
  things.push({ ...standing, name: 'with a place that waits', sees: EVERYBODY, words: { title, body, topic }, ids: { note } })
  things.push({ ...standing, name: 'a place that waits', sees: ['author'], words: {}, ids: { waitingPlace: waiting } })
  things.push({ ...standing, name: 'places kept back', sees: ['author'], words: {}, ids: { neverPlace: never } })
}

/** Last: its pictures must never become ready, so nothing is settled after this. */
export async function publishUnfinished(world: World): Promise<void> {
  const media = await picture(world, 'author')
  const { state } = await world.house.ground.db.q.selectFrom('media').select('state').where('id', '=', media).executeTakeFirstOrThrow()
  if (state === 'ready') throw new Error('the picture was made ready at once')
  const words = wordsOf(world.things.length)
  const note = await world.house.a.note('author', {
    title: words.title,
    body: `${words.body} @mentioned`,
    language: 'en',
    visibility: 'public',
    pictures: [{ id: media, alt: words.alt }],
    topics: [words.topic],
    layers: [{ language: 'zh-Hans', title: words.zh, body: words.layer }],
  })
  const { title, body, layer, zh, topic } = words
  world.things.push({
    name: 'processing',
    owner: 'author',
    sees: ['author'],
    words: { title, body, layer, zh, topic },
    isListed: false,
    isOnPage: false,
    ids: { note: note as NoteId, media, ...(await layersOf(world, note, note)) },
  })
}
