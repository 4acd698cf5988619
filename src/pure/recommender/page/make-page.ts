import { compose } from './compose.ts'
import type { Sight } from './features.ts'
import { isWanted } from './gate.ts'
import { profileOf } from './profile.ts'
import { type Ranked, rank } from './rank.ts'
import { reasonsFor } from './reasons.ts'
import { follow, hashOf, MOST_SHOWN } from './trail.ts'
import type { Asked, Candidate, Due, MakePage, Note, Ports, Reader, Slot, Source, SourceName, Taste } from './types.ts'

type Gathered = Map<string, { note: Note | undefined; due: Due | undefined; sources: SourceName[] }>

/** Sources → gate → load → rank → compose; the stages are in the files of this folder. Deterministic but for what the ports answer. */
export const makePage: MakePage = async (ports, reader, asked) => {
  const { ranking, sight } = await rankFor(ports, reader, asked)
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
  const gathered = await gather(ports, reader, asked)
  const shown = new Set(asked.trail.notes)
  for (const id of shown.size > 0 ? [...gathered.keys()] : []) if (shown.has(hashOf(id))) gathered.delete(id)
  const ids = [...gathered.keys()]
  const [seen, notes, tastes] = await Promise.all([
    kept(ports, 'seen', new Set<string>(), () => ports.seen(reader, ids)),
    loadOnce(
      ports,
      gathered,
      reader.acts.map(({ id }) => id),
    ),
    kept(ports, 'taste', new Map<string, Taste>(), async () => (reader.acts.length > 0 ? ports.taste(reader, ids) : new Map())),
  ])
  const candidates = ids.flatMap((id) => {
    const note = notes.get(id)
    const { sources = [], due } = gathered.get(id) ?? {}
    const candidate: Candidate | undefined = note && { ...note, sources, due: due ?? null, taste: tastes.get(id) ?? null }
    return candidate && !seen.has(id) && isWanted(candidate, reader, asked.now) ? candidate : []
  })
  const sight: Sight = { reader, profile: profileOf(reader.acts, notes), now: asked.now }
  return { ranking: rank(candidates, ports.heads, sight), sight }
}

async function gather(ports: Ports, reader: Reader, asked: Asked): Promise<Gathered> {
  const sources = Object.entries(ports.sources) as [SourceName, Source][]
  const brought = await Promise.all(sources.map(([name, source]) => kept(ports, name, [], () => source(reader, asked))))
  const gathered: Gathered = new Map()
  for (const [i, [name]] of sources.entries())
    for (const { id, note, due } of brought[i] ?? []) {
      const known = gathered.get(id)
      if (known === undefined) gathered.set(id, { note, due, sources: [name] })
      else {
        known.note ??= note
        known.due ??= due
        if (!known.sources.includes(name)) known.sources.push(name)
      }
    }
  return gathered
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
