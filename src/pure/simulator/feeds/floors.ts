import type { Found, Reader } from '#pure/recommender/page/types.ts'
import { dueFor, isAcross, type Owing } from '#pure/recommender/promises/due.ts'
import { type FloorKind, PROVEN, provenFrom, stateAt, termsOf } from '#pure/recommender/promises/floor.ts'
import { settle } from '#pure/recommender/promises/settle.ts'
import { LANGUAGES } from '../atlas.ts'
import type { Author } from '../authors.ts'
import { millis } from '../clock.ts'
import type { Place } from '../place.ts'
import type { World } from '../world.ts'
import { numberOf, type Shelf } from './shelf.ts'

/** An impression that was counted for a promise. */
export interface Line {
  note: number
  reader: number
  /** In days. */
  at: number
}

/** What is promised to notes, and the ledger of it, kept in memory as the feed keeps it in tables. */
export interface Floors {
  /** Promised notes that this reader may be shown now. */
  due(reader: Reader, asked: { limit: number; seed: number }): Found[]
  /** Somebody looked at a note. */
  looked(reader: number, note: number): void
  /** By note. */
  readonly owing: ReadonlyMap<number, Owing>
  readonly lines: readonly Line[]
}

/** `entries`: notes that were entered into a theme. */
export function openFloors(world: World, place: Place, shelf: Shelf, entries: ReadonlySet<number> = new Set()): Floors {
  const owing = new Map<number, Owing>()
  const open = new Set<Owing>()
  const lines: Line[] = []
  /** By mark: floors that were promised to notes with it. */
  const spent = new Map<string, number>()
  let known = 0

  const promise = (kind: FloorKind, note: number) => {
    const { joined } = world.authors[world.notes.author[note] as number] as Author
    const publishedAt = millis(world.notes.at[note] as number)
    const provenAt = provenFrom({ joinedAt: millis(joined), inviterJoinedAt: null })
    const terms = termsOf(kind, { publishedAt, provenAt, now: millis(place.now) })
    if (!terms) return
    const { author: by, language, layers, topics, id } = shelf.note(note)
    const one: Owing = { ...terms, state: 'open', given: 0, givenAcross: 0, note: id, author: by, language, layers, topics }
    owing.set(note, one)
    open.add(one)
  }

  const hear = () => {
    for (; known < place.published; known++) {
      const { joined, marks } = world.authors[world.notes.author[known] as number] as Author
      if (entries.has(known)) promise('theme', known)
      else if (joined >= 0 && (world.notes.ordinal[known] as number) <= PROVEN.firstNotes) {
        if (marks.some((mark) => (spent.get(mark) ?? 0) >= PROVEN.firstNotes)) continue
        for (const mark of marks) spent.set(mark, (spent.get(mark) ?? 0) + 1)
        promise('newcomer', known)
      }
    }
  }

  return {
    owing,
    lines,
    due(reader, { limit, seed }) {
      hear()
      const now = millis(place.now)
      for (const one of open) {
        one.state = stateAt(one, now)
        if (one.state !== 'open') open.delete(one)
      }
      const unseen = [...open].filter(({ note }) => place.did[Number(reader.id) * world.notes.count + numberOf(note)] === 0)
      return dueFor(unseen, reader, { now, limit, seed })
    },
    looked(reader, note) {
      const one = owing.get(note)
      if (!one || !open.has(one)) return
      const reads = new Set(LANGUAGES.filter((_, at) => (world.readers.reads[reader] as number) & (1 << at)))
      const { floor, paid } = settle(one, [{ reader: String(reader), at: millis(place.now), across: isAcross(reads, one.language) }])
      Object.assign(one, floor)
      if (paid.length > 0) lines.push({ note, reader, at: place.now })
      if (one.state !== 'open') open.delete(one)
    },
  }
}
