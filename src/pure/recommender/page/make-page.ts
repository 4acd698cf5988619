import { compose } from './compose.ts'
import { mix } from './draw.ts'
import type { Sight } from './features.ts'
import { isWanted } from './gate.ts'
import { profileOf } from './profile.ts'
import { type Ranked, rank } from './rank.ts'
import { reasonsFor } from './reasons.ts'
import { follow, hashOf, MOST_SHOWN } from './trail.ts'
import type { Asked, Bringer, Due, Found, MakePage, Note, Page, Ports, Reader, Slot, Source, SourceName, Taste } from './types.ts'

type Gathered = Map<string, { note: Note | undefined; due: Due | undefined; sources: Bringer[] }>

/** What pages of one reader are made from: all that they might be shown, best first. It holds whatever was seen of it already. */
export interface Stock {
  readonly ranking: readonly Ranked[]
  readonly sight: Sight
}

/** Sources → gate → load → rank → compose; the stages are in the files of this folder. Deterministic but for what the ports answer. */
export const makePage: MakePage = async (ports, reader, asked) => pageOf(await stockFor(ports, reader, asked), ports, reader, asked)

/** A page from a stock of this reader and moment. */
export async function pageOf(stock: Stock, ports: Ports, reader: Reader, asked: Asked): Promise<Page> {
  const ranking = await unseen(stock, ports, reader, asked)
  const { sight } = stock
  const slots: Slot[] = compose(ranking, sight, asked).map((slot) => ({ ...slot, reasons: reasonsFor(slot.note, ports.heads, sight) }))
  const trail = follow(
    asked.trail,
    asked.slots,
    slots.map(({ note }) => note),
  )
  return { slots, trail: slots.length === ranking.length || trail.notes.length > MOST_SHOWN - asked.slots ? null : trail }
}

/** All that a page may be made of, best first: what sources brought, the reader wants, and neither this scroll nor the last days showed. */
export async function rankFor(ports: Ports, reader: Reader, asked: Asked): Promise<{ ranking: Ranked[]; sight: Sight }> {
  const stock = await stockFor(ports, reader, asked)
  return { ranking: await unseen(stock, ports, reader, asked), sight: stock.sight }
}

async function unseen({ ranking }: Stock, ports: Ports, reader: Reader, { trail }: Asked): Promise<Ranked[]> {
  const shown = new Set(trail.notes)
  const left = shown.size > 0 ? ranking.filter(({ hash }) => !shown.has(hash)) : [...ranking]
  const ids = left.map(({ note }) => note.id)
  const seen = await kept(ports, 'seen', new Set<string>(), () => ports.seen(reader, ids))
  return seen.size > 0 ? left.filter(({ note }) => !seen.has(note.id)) : left
}

/** All that sources bring and the reader wants, ranked. It depends on the reader and the moment alone: not on the scroll and its seed. */
export async function stockFor(ports: Ports, reader: Reader, { now }: Pick<Asked, 'now'>): Promise<Stock> {
  const gathered = await gather(ports, reader, now)
  const tastes = await kept(ports, 'taste', new Map<string, Taste>(), async () =>
    reader.acts.length > 0 ? ports.taste(reader, [...gathered.keys()]) : new Map(),
  )
  for (const [id, { isNear }] of tastes) if (isNear) bring(gathered, 'engine', { id })
  const acts = reader.acts.map(({ id }) => id)
  const notes = await loadOnce(ports, gathered, acts)
  const candidates = [...gathered].flatMap(([id, { sources, due }]) => {
    const note = notes.get(id)
    return note && isWanted(note, reader, now) ? { ...note, sources, due: due ?? null, taste: tastes.get(id) ?? null } : []
  })
  const sight: Sight = { reader, profile: profileOf(reader.acts, notes), now }
  return { ranking: rank(candidates, ports.heads, sight), sight }
}

async function gather(ports: Ports, reader: Reader, now: Asked['now']): Promise<Gathered> {
  const asked = { now, seed: mix(Math.floor(now / 1000), hashOf(reader.id ?? '')) }
  const sources = Object.entries(ports.sources) as [SourceName, Source][]
  const brought = await Promise.all(sources.map(([name, source]) => kept(ports, name, [], () => source(reader, asked))))
  const gathered: Gathered = new Map()
  for (const [i, [name]] of sources.entries()) for (const found of brought[i] ?? []) bring(gathered, name, found)
  return gathered
}

function bring(gathered: Gathered, name: Bringer, { id, note, due }: Found): void {
  const known = gathered.get(id)
  if (known === undefined) gathered.set(id, { note, due, sources: [name] })
  else {
    known.note ??= note
    known.due ??= due
    if (!known.sources.includes(name)) known.sources.push(name)
  }
}

/** Notes of what was gathered and of the reader's acts, by id; what nobody had at hand is asked for in one go. */
async function loadOnce(ports: Ports, gathered: Gathered, acts: readonly string[]): Promise<Map<string, Note>> {
  const notes = new Map([...gathered].flatMap(([id, { note }]) => (note ? [[id, note] as const] : [])))
  const missing = [...new Set([...gathered.keys(), ...acts])].filter((id) => !notes.has(id))
  for (const note of missing.length > 0 ? await ports.load(missing) : []) notes.set(note.id, note)
  return notes
}

/** What the port answers; when it fails, `instead`, and whoever watches is told. */
async function kept<T>(ports: Ports, what: SourceName | 'seen' | 'taste', instead: T, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    ports.failed?.(what, error)
    return instead
  }
}
