import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Route } from '#ground/http/route.ts'
import { features } from '../../src/rooms.ts'
import { type Asked, ask, withoutIds } from './ask.ts'
import { type Changes, watchTables } from './changes.ts'
import { entries } from './entries.ts'
import type { Ask, Entry } from './entry.ts'
import { type Thing, VIEWERS, type Viewer, type World, wordsOf } from './thing.ts'
import { openWorld } from './world.ts'

const nameOf = (route: Pick<Route, 'method' | 'path'>): string => `${route.method.toUpperCase()} ${route.path}`
const routes = features.flatMap((feature) => feature.routes ?? [])
const entriesOf = (route: Route): Entry[] => [entries[nameOf(route)] ?? []].flat()
const reads = routes.filter((route) => route.method === 'get' && entriesOf(route).length > 0)
const writes = routes.filter((route) => route.method !== 'get' && entriesOf(route).some((entry) => entry.may !== 'self'))

let world: World
let changes: Changes
let asked = 0
beforeAll(async () => {
  world = await openWorld()
  changes = await watchTables(world)
}, 120_000)
afterAll(async () => {
  console.log(`visibility: ${routes.length} routes × ${world.things.length} things × ${VIEWERS.length} viewers, ${asked} requests`)
  await changes.close()
  await world.house.close()
})

test('every route of the house has its entry, and every entry its route', () => {
  const known = routes.map(nameOf)
  expect(
    known.filter((name) => !(name in entries)),
    'routes without an entry in tests/visibility/entries.ts',
  ).toEqual([])
  expect(
    Object.keys(entries).filter((name) => !known.includes(name)),
    'entries without a route',
  ).toEqual([])
})

const ABSENT = wordsOf(1_000)

function thingsOf(entry: Entry): Thing[] {
  const { over } = entry
  if (over === null) return [{ name: '', owner: '', sees: VIEWERS, words: {}, ids: {}, isListed: true, isOnPage: true }]
  if (over === 'words') return world.things.filter((thing) => thing.ids.note || thing.ids.draft)
  return world.things.filter((thing) => thing.ids[over])
}

/** The same question about something that never was. */
function absent(entry: Entry, thing: Thing): Ask[] {
  const ids = Object.fromEntries(Object.keys(thing.ids).map((kind) => [kind, world.house.ground.ids.next()]))
  const words = Object.fromEntries(Object.keys(thing.words).map((field) => [field, ABSENT[field as keyof typeof ABSENT]]))
  return entry.asks({ ids, words, owner: thing.owner, world })
}

function send(route: Route, viewer: Viewer, { params = {}, query, body }: Ask): Promise<Asked> {
  asked += 1
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_all, name) => encodeURIComponent(params[name] ?? ''))
  const search = query ? `?${new URLSearchParams(query)}` : ''
  return ask(world, viewer, route.method, path + search, body ?? (route.body ? {} : undefined))
}

/** Answers about what never was are the same whatever it is that it was not. */
const before = new Map<string, Promise<Asked>>()
function sendOnce(route: Route, viewer: Viewer, given: Ask): Promise<Asked> {
  const key = `${nameOf(route)} ${viewer} ${withoutIds(given)}`
  const answer = before.get(key) ?? send(route, viewer, given)
  before.set(key, answer)
  return answer
}

function may(entry: Entry, thing: Thing, viewer: Viewer): boolean {
  if (typeof entry.may === 'function') return entry.may(thing, viewer)
  if (entry.may === 'owner') return thing.owner === viewer && thing.sees.includes(viewer)
  return entry.may === 'reader' && thing.sees.includes(viewer)
}

const isAdmittedTo = ({ who }: Route, viewer: Viewer): boolean =>
  who === 'anyone' || who === 'guest' || (who === 'member' ? viewer !== 'anonymous' : viewer === 'guardian' && who === 'moderator')

const isOutsider = (viewer: Viewer): boolean => viewer === 'anonymous' || viewer === 'stranger' || viewer === 'ex_follower' || viewer === 'guardian'

/** Words and ids in this answer that this viewer must not meet in it. */
function leaksIn({ text }: Asked, entry: Entry, viewer: Viewer, given: Ask): string[] {
  const asking = JSON.stringify(given)
  return world.things.flatMap((thing) => {
    const hidden = !thing.sees.includes(viewer) || (isOutsider(viewer) && ((entry.shelf && !thing.isListed) || (entry.finds && thing.isUnfindable)))
    if (!hidden || (viewer === 'guardian' && entry.staff?.includes(thing.name))) return []
    const isKnown = entry.vocabulary && thing.sees.includes('anonymous')
    const secrets = [...Object.entries(thing.words), ...Object.entries(thing.ids)]
    return secrets
      .filter(([kind, secret]) => secret && !(isKnown && (kind === 'topic' || kind === 'title')) && text.includes(secret) && !asking.includes(secret))
      .map(([kind]) => `${kind} of "${thing.name}"`)
  })
}

function missingIn({ text }: Asked, given: Ask, thing: Thing, viewer: Viewer): string[] {
  const isShown = given.when === 'listed' ? thing.isListed && !(thing.isUnfindable ?? false) : given.when === 'on page' ? thing.isOnPage : true
  const fields = isShown ? (given.shows ?? []).filter((field) => thing.words[field] && !text.includes(thing.words[field])) : []
  const revealed = [...(given.reveals ?? []), ...(given.mine ?? [])].filter((name) => {
    const other = world.thing(name)
    const isTheirs = given.mine?.includes(name) ? other.owner === viewer : other.sees.includes(viewer)
    return isTheirs && !text.includes(other.words.title ?? Object.values(other.ids)[0] ?? '')
  })
  return [...fields, ...revealed]
}

for (const route of reads) {
  test(`${nameOf(route)} shows each viewer what is theirs to see, and nothing else`, { timeout: 120_000 }, async () => {
    const faults: string[] = []
    for (const entry of entriesOf(route))
      for (const thing of thingsOf(entry)) for (const viewer of VIEWERS) faults.push(...(await readFaults(route, entry, thing, viewer)))
    expect(faults.filter(Boolean)).toEqual([])
    expect(await changes.taken(), 'a read wrote').toEqual([])
  })
}

async function readFaults(route: Route, entry: Entry, thing: Thing, viewer: Viewer): Promise<string[]> {
  const faults: string[] = []
  const never = absent(entry, thing)
  const isAdmitted = isAdmittedTo(route, viewer)
  for (const [index, given] of entry.asks({ ...thing, world }).entries()) {
    const answer = await send(route, viewer, given)
    const about = `${viewer}, ${thing.name || 'all'}${index ? ` (${index})` : ''}: `
    if (answer.status >= 500) faults.push(`${about}status ${answer.status}`)
    for (const leak of leaksIn(answer, entry, viewer, given)) faults.push(`${about}is told ${leak}`)
    if (may(entry, thing, viewer)) {
      if (isAdmitted && entry.over !== null && entry.proof !== 'none' && answer.status >= 400 && given.when === undefined && entry.over !== 'words')
        faults.push(`${about}is refused with ${answer.status}`)
      if (isAdmitted || answer.status < 400) for (const missing of missingIn(answer, given, thing, viewer)) faults.push(`${about}does not find ${missing}`)
    } else if (!thing.sees.includes(viewer) && !(entry.vocabulary && thing.sees.includes('anonymous'))) {
      const other = await sendOnce(route, viewer, never[index] as Ask)
      if (withoutIds(other.json) !== withoutIds(answer.json))
        faults.push(
          `${about}can tell it from what is not there: ${answer.status} ${withoutIds(answer.json).slice(0, 200)} and ${other.status} ${withoutIds(other.json).slice(0, 200)}`,
        )
    }
  }
  return faults
}

for (const route of writes) {
  test(`${nameOf(route)} changes nothing for those who may not`, { timeout: 120_000 }, async () => {
    const faults: string[] = []
    for (const entry of entriesOf(route)) {
      for (const thing of thingsOf(entry))
        for (const viewer of VIEWERS) if (!may(entry, thing, viewer)) faults.push(...(await writeFaults(route, entry, thing, viewer)))
    }
    expect(faults).toEqual([])
  })
}

async function writeFaults(route: Route, entry: Entry, thing: Thing, viewer: Viewer): Promise<string[]> {
  const faults: string[] = []
  const never = absent(entry, thing)
  for (const [index, given] of entry.asks({ ...thing, world }).entries()) {
    const answer = await send(route, viewer, given)
    const about = `${viewer}, ${thing.name}: `
    if (answer.status >= 500) faults.push(`${about}status ${answer.status}`)
    for (const leak of leaksIn(answer, entry, viewer, given)) faults.push(`${about}is told ${leak}`)
    for (const { table, what } of await changes.taken()) if (!entry.touches?.includes(table)) faults.push(`${about}wrote ${table}: ${what}`)
    if (entry.over === null || thing.sees.includes(viewer)) continue
    const other = await sendOnce(route, viewer, never[index] as Ask)
    await changes.taken()
    if (withoutIds(other.json) !== withoutIds(answer.json))
      faults.push(
        `${about}can tell it from what is not there: ${answer.status} ${withoutIds(answer.json).slice(0, 200)} and ${other.status} ${withoutIds(other.json).slice(0, 200)}`,
      )
  }
  return faults
}

test('whoever may do it can: each write works once for the one it is for', { timeout: 120_000 }, async () => {
  const faults: string[] = []
  // What is deleted goes last, notes last of all.
  const order = (route: Route): number => (route.method !== 'delete' ? 0 : route.path === '/notes/{id}' ? 2_000 : 1_000 - route.path.length)
  for (const route of [...writes].sort((a, b) => order(a) - order(b))) {
    for (const entry of entriesOf(route)) {
      if (entry.may === 'nobody' || entry.proof === 'none') continue
      const [name, viewer] =
        entry.proof ??
        (entry.may === 'owner'
          ? [world.things.find((thing) => thing.owner === 'author' && thing.ids[entry.over ?? ''])?.name ?? '', 'author' as const]
          : ['followers', 'follower' as const])
      const [given] = entry.asks({ ...world.thing(name), world })
      const { status, json } = await send(route, viewer, given as Ask)
      if (status >= 300) faults.push(`${nameOf(route)} by ${viewer} with ${name}: ${status} ${JSON.stringify(json).slice(0, 200)}`)
    }
  }
  expect(faults).toEqual([])
})
