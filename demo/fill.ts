import { AsyncLocalStorage } from 'node:async_hooks'
import { type ApiFace, apiFace } from '#faces/api/index.ts'
import { importPicture } from '#features/media/index.ts'
import { authenticate, createMember, createToken, revokeTokensOf } from '#features/people/index.ts'
import { type Clock, instant } from '#ground/clock/index.ts'
import type { Feature, Ground } from '#ground/feature.ts'
import { SCOPES } from '#ground/http/viewer.ts'
import { type ActorId, makeIds } from '#ground/ids/index.ts'
import type { Job, Jobs } from '#ground/jobs/index.ts'
import type { OpenGround } from '#ground/open.ts'
import { jobOfSubscription, makeOutbox, subscriptionsOf } from '#ground/outbox/index.ts'
import { type Drawing, startDrawing } from './draw.ts'
import { drawAvatar, drawBanner } from './pictures/index.ts'
import { type Act, planWorld } from './plan.ts'
import { type DemoMember, type DemoNote, readMembers, readNotes } from './world.ts'

export interface Progress {
  total(count: number): void
  step(): void
}

interface World {
  /** A ground whose clock stands where the story is. */
  ground: Ground
  api: ApiFace
  people: Map<string, { id: ActorId; token: string }>
  notes: Map<string, string>
  comments: Map<string, string>
  drawing: Drawing | null
}

/** What they keep of a note is made once at the end, by their `rebuild` jobs, instead of again after each like. */
const TOLD_AT_THE_END = new Set(['feed', 'search'])

/** Acts at once: one waits for the database while another computes. */
const AT_ONCE = 6

export interface Story {
  seed: number
  /** Kind of each topic, by id: what its pictures show. */
  topicKinds: Map<string, string>
  progress: Progress
  /** Everybody and everything, unless less is told. */
  members?: DemoMember[]
  notes?: DemoNote[]
}

/** Fills an empty place with the demo world through its own API, as if it had happened over the last 60 days. Answers the members' ids by handle. */
export async function fillWorld(
  real: OpenGround,
  features: Feature[],
  { seed, topicKinds, progress, members = readMembers(), notes = readNotes() }: Story,
): Promise<Map<string, ActorId>> {
  const now = real.clock.now().getTime()
  const story = makeStory(real.clock)
  const clock = story.clock
  const ids = makeIds(clock)
  const told = heardAtOnce(real, features)
  const outbox = makeOutbox({ clock, ids, jobs: told.jobs, metrics: real.metrics, subscriptions: told.subscriptions })
  const ground: Ground = { ...real, clock, ids, outbox, config: { ...real.config, unlimited: true } }
  const world: World = {
    ground,
    api: apiFace(ground, features, authenticate),
    people: new Map(),
    notes: new Map(),
    comments: new Map(),
    drawing: null,
  }
  const acts = planWorld(members, notes, seed, now)
  const count = notes.reduce((sum, note) => sum + (note.pictures ?? 0), 0)
  progress.total(members.length + count + acts.length)
  await story.at(now - 61 * 86_400_000, async () => {
    for (const member of members) {
      await told.during(() => join(world, member))
      progress.step()
    }
    world.drawing = startDrawing(ground, publishedIn(acts), { owners: world.people, kinds: topicKinds, drawn: () => progress.step() })
  })
  await tell(acts, async (act) => {
    await story.at(act.at, () => told.during(() => perform(world, act)))
    progress.step()
  })
  // Nobody but their reader should hold a key to these accounts.
  for (const { id } of world.people.values()) await revokeTokensOf(real.db.q, id, real.clock.now())
  return new Map([...world.people].map(([handle, { id }]) => [handle, id]))
}

/** Each act happens at its own moment, though several are told at once. */
function makeStory(real: Clock): { clock: Clock; at<T>(moment: number, work: () => Promise<T>): Promise<T> } {
  const moments = new AsyncLocalStorage<number>()
  return {
    clock: { ...real, now: () => instant(moments.getStore() ?? real.now()) },
    at: (moment, work) => moments.run(moment, work),
  }
}

interface Heard {
  job: Job
  input: object
}

/** Who hears an event of an act hears it right after it, without the queue: here nothing is lost when a fill is cut off. */
function heardAtOnce(real: OpenGround, features: Feature[]) {
  const subscriptions = subscriptionsOf(features.filter(({ name }) => !TOLD_AT_THE_END.has(name)))
  const hearers = new Set([...subscriptions].flatMap(([event, names]) => names.map((name) => jobOfSubscription(name, event))))
  const jobs = new Map(real.allJobs.filter(({ name }) => hearers.has(name)).map((job) => [job.name, job as Job]))
  const acts = new AsyncLocalStorage<Heard[]>()
  const enqueue: Jobs['enqueue'] = async (_tx, name, input) => {
    const job = jobs.get(name)
    if (job) acts.getStore()?.push({ job, input: JSON.parse(JSON.stringify(input)) })
  }
  return {
    subscriptions,
    jobs: { ...real.jobs, enqueue },
    async during(act: () => Promise<void>): Promise<void> {
      const waiting: Heard[] = []
      await acts.run(waiting, act)
      for (const { job, input } of waiting) await job.run(input, new AbortController().signal)
    },
  }
}

const publishedIn = (acts: readonly Act[]): DemoNote[] => acts.flatMap((act) => (act.do === 'publish' ? [act.note] : []))

/** Tells the acts in their order, a few at once; acts about one note, or one followed member, one after the other. */
async function tell(acts: readonly Act[], one: (act: Act) => Promise<void>): Promise<void> {
  const before = new Map<string, Promise<void>>()
  const queue = acts.values()
  const teller = async (): Promise<void> => {
    for (const act of queue) {
      const about = act.do === 'follow' ? act.whom : act.note.id
      const told = (before.get(about) ?? Promise.resolve()).then(() => one(act))
      before.set(about, told)
      await told
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, teller))
}

async function join(world: World, member: DemoMember): Promise<void> {
  const { ground } = world
  const locale = member.reads[0] ?? 'en'
  const id = await createMember(ground, { handle: member.handle, name: member.name, languages: member.reads, locale })
  world.people.set(member.handle, { id, token: await createToken(ground, { actorId: id, scopes: SCOPES, label: 'demo' }) })
  const avatarId = await importPicture(ground, id, await drawAvatar(member.handle, member.name))
  const bannerId = await importPicture(ground, id, await drawBanner(member.handle, member.follows_topics))
  await ask(world, member.handle, 'PATCH', '/profile', { bio: member.bio, placeId: member.city, avatarId, bannerId })
  await ask(world, member.handle, 'PATCH', '/me', { reads: member.reads, writes: member.writes })
  for (const topic of member.follows_topics) await ask(world, member.handle, 'PUT', `/topics/${topic}/follow`)
}

async function perform(world: World, act: Act): Promise<void> {
  switch (act.do) {
    case 'follow':
      return void (await ask(world, act.by, 'PUT', `/actors/${world.people.get(act.whom)?.id}/follow`))
    case 'publish':
      return publish(world, act.note)
    case 'layer': {
      const layer = act.note.layers?.[act.layer]
      return (
        layer &&
        addLayer(world, layer.by, { subjectKind: 'note', subjectId: world.notes.get(act.note.id), language: layer.lang, title: layer.title, body: layer.body })
      )
    }
    case 'comment':
      return comment(world, act.note, act.comment)
    case 'comment-layer': {
      const layer = act.note.comments?.[act.comment]?.layer
      return (
        layer &&
        addLayer(world, layer.by, {
          subjectKind: 'comment',
          subjectId: world.comments.get(`${act.note.id} ${act.comment}`),
          language: layer.lang,
          title: '',
          body: layer.text,
        })
      )
    }
    default:
      await ask(world, act.by, 'PUT', `/notes/${world.notes.get(act.note.id)}/${act.do}`)
  }
}

async function publish(world: World, note: DemoNote): Promise<void> {
  const pictures = ((await world.drawing?.of(note)) ?? []).map((id, index) => ({ id, alt: note.alts?.[index] ?? '' }))
  const { id } = await ask<{ id: string }>(world, note.by, 'POST', '/notes', {
    kind: note.kind,
    title: note.title,
    body: note.body,
    topics: note.topics,
    pictures,
    placeId: note.place ?? null,
    language: note.lang,
    licence: 'CC0-1.0',
    visibility: 'public',
  })
  world.notes.set(note.id, id)
}

async function comment(world: World, note: DemoNote, index: number): Promise<void> {
  const written = note.comments?.[index]
  if (!written) return
  const parentId = written.reply === undefined ? null : (world.comments.get(`${note.id} ${written.reply}`) ?? null)
  const { id } = await ask<{ id: string }>(world, written.by, 'POST', `/notes/${world.notes.get(note.id)}/comments`, {
    body: written.text,
    parentId,
    language: written.lang,
  })
  world.comments.set(`${note.id} ${index}`, id)
}

/** The author's own is theirs by the same call; who cannot write a layer of their own text twice is told so, and that is fine here. */
async function addLayer(world: World, by: string, layer: object): Promise<void> {
  await ask(world, by, 'POST', '/layers', layer)
}

async function ask<T = unknown>(world: World, by: string, method: string, path: string, body?: object): Promise<T> {
  const token = world.people.get(by)?.token ?? ''
  const request = new Request(`${world.ground.config.origin}/api/commonplace/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const response = await world.api.fetch(request, { address: '127.0.0.1' })
  const text = await response.text()
  if (!response.ok) throw new Error(`${by} ${method} ${path}: ${response.status} ${text.slice(0, 300)}`)
  return (text ? JSON.parse(text) : null) as T
}
