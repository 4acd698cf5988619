import { rankFor } from './make-page.ts'
import type { Ranked } from './rank.ts'
import { reasonsFor } from './reasons.ts'
import type { Asked, Candidate, Ports, Reader, Reason, Taste } from './types.ts'

/** Something a reader could switch. */
export type Change =
  | { readonly kind: 'unfollow-topic' | 'unfollow-person' | 'forget-act'; readonly id: string }
  | { readonly kind: 'unexpected' | 'far'; readonly value: number }

const without = (all: ReadonlySet<string>, id: string): ReadonlySet<string> => new Set([...all].filter((one) => one !== id))

/** The reader as they would be. */
export function withChange(reader: Reader, change: Change): Reader {
  switch (change.kind) {
    case 'unfollow-topic':
      return { ...reader, topics: without(reader.topics, change.id) }
    case 'unfollow-person':
      return { ...reader, people: without(reader.people, change.id) }
    case 'forget-act':
      return { ...reader, acts: reader.acts.filter(({ id }) => id !== change.id) }
    case 'unexpected':
    case 'far':
      return { ...reader, controls: { ...reader.controls, [change.kind]: change.value } }
  }
}

/** Place of a note in a ranking, from 1; null when it is not in it. */
export function placeOf(ranking: readonly Ranked[], id: string): number | null {
  const at = ranking.findIndex(({ note }) => note.id === id)
  return at === -1 ? null : at + 1
}

export interface Explanation {
  readonly score: number
  /** At most four, largest first; together the score. */
  readonly reasons: readonly Reason[]
  /** Among all that Discover could show this reader now, from 1; null: it is not among them. */
  readonly place: number | null
  readonly of: number
  readonly previews: readonly Preview[]
}

export interface Preview {
  readonly change: Change
  readonly place: number | null
  /** Of the first twenty, how many would be others. */
  readonly changed: number
}

/** How many of the first are looked at. */
const FIRST = 20

/**
 * Where a note stands for a reader and why, and where it would stand after each change, worked out as it is when the change was made.
 * Null when the note is in no feed.
 */
export async function explain(ports: Ports, reader: Reader, asked: Asked, id: string, changes: readonly Change[]): Promise<Explanation | null> {
  const { ranking, sight } = await rankFor(ports, reader, asked)
  const note = ranking.find((one) => one.note.id === id)?.note ?? (await unbrought(ports, reader, id))
  if (!note) return null
  const reasons = reasonsFor(note, ports.heads, sight)
  const first = new Set(ranking.slice(0, FIRST).map((one) => one.note.id))
  const previews: Preview[] = []
  for (const change of changes) {
    const then = (await rankFor(ports, withChange(reader, change), asked)).ranking
    previews.push({ change, place: placeOf(then, id), changed: then.slice(0, FIRST).filter((one) => !first.has(one.note.id)).length })
  }
  return { score: reasons.reduce((sum, { contribution }) => sum + contribution, 0), reasons, place: placeOf(ranking, id), of: ranking.length, previews }
}

/** A note that no source brought, or that the reader keeps away. */
async function unbrought(ports: Ports, reader: Reader, id: string): Promise<Candidate | undefined> {
  const [note] = await ports.load([id])
  const tastes = reader.acts.length > 0 ? await ports.taste(reader, [id]) : new Map<string, Taste>()
  return note && { ...note, sources: [], due: null, taste: tastes.get(id) ?? null }
}
