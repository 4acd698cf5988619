import type { Bridging, Note } from '#pure/recommender/page/types.ts'
import { weights } from '#pure/recommender/page/weights.ts'
import { ARTS, COUNTRIES, familyOf, LANGUAGES, NO_TOPIC, NOTE_TOPICS, topicName } from '../atlas.ts'
import { millis } from '../clock.ts'
import type { Place } from '../place.ts'
import type { World } from '../world.ts'

/** In days: how often the lists are made again; in Discover it is seconds. */
const EVERY = 1 / 6
/** In days: what is older is on no list, as on a busy place. */
const OLDEST = 30

export const idOf = (note: number): string => String(note)
export const numberOf = (id: string): number => Number(id)
export const authorId = (author: number): string => `a${author}`

/** Lists of published notes, best first, as the sources of Discover ask the database for them; the same for everybody. */
export interface Shelf {
  /** What the page of a note shows now. */
  note(note: number): Note
  hottest(): readonly number[]
  ofTopic(topic: string): readonly number[]
  ofAuthor(author: string): readonly number[]
  /** The newest. */
  fresh(): readonly number[]
  /** The highest bridging score first. */
  bridging(): readonly number[]
}

interface Lists {
  at: number
  hottest: readonly number[]
  newest: readonly number[]
  bridging: readonly number[]
  byTopic: Map<string, number[]>
  byAuthor: Map<string, number[]>
}

/** `bridgingOf` answers how far readers of several languages like a note, `waits` whether it is on no list but its author’s. */
export function openShelf(
  world: World,
  place: Place,
  { bridgingOf, waits }: { bridgingOf: (note: number) => Bridging | null; waits: (note: number) => boolean },
): Shelf {
  const { notes, authors } = world
  const made: ({ reactions: number; note: Note } | undefined)[] = []
  const agreed: (Bridging | null)[] = []
  const make = (at: number): Note => {
    const language = notes.language[at] as number
    const topics = [...notes.topics.subarray(at * NOTE_TOPICS, (at + 1) * NOTE_TOPICS)].filter((topic) => topic !== NO_TOPIC)
    return {
      id: idOf(at),
      author: authorId(notes.author[at] as number),
      publishedAt: millis(notes.at[at] as number),
      quality: 1 + Math.log2(1 + (place.reactions[at] as number)),
      language: LANGUAGES[language] as string,
      country: COUNTRIES[language]?.[authors[notes.author[at] as number]?.country ?? 0] ?? null,
      layers: LANGUAGES.filter((_, other) => other !== language && (notes.layers[at] as number) & (1 << other)),
      topics: topics.map(topicName),
      art: topics.some((topic) => familyOf(topic) < ARTS),
      bridging: agreed[at] ?? null,
    }
  }
  const noteOf = (at: number): Note => {
    const kept = made[at]
    if (kept && kept.reactions === place.reactions[at] && kept.note.bridging === (agreed[at] ?? null)) return kept.note
    const note = make(at)
    made[at] = { reactions: place.reactions[at] as number, note }
    return note
  }
  let lists: Lists | null = null
  const listsNow = (): Lists => {
    if (lists && place.now - lists.at < EVERY) return lists
    const recent: number[] = []
    for (let at = place.published - 1; at >= 0 && place.now - (notes.at[at] as number) < OLDEST; at--) recent.push(at)
    for (const at of recent) agreed[at] = bridgingOf(at)
    lists = listsOf(recent, noteOf, waits)
    lists.at = place.now
    return lists
  }
  return {
    note: noteOf,
    hottest: () => listsNow().hottest,
    ofTopic: (topic) => listsNow().byTopic.get(topic) ?? [],
    ofAuthor: (author) => listsNow().byAuthor.get(author) ?? [],
    fresh: () => listsNow().newest,
    bridging: () => listsNow().bridging,
  }
}

/** Heat as the projection of Discover counts it: log2 of quality, and one for each half-life later. */
const heatOf = ({ quality, publishedAt }: Note): number => Math.log2(quality) + publishedAt / (3_600_000 * weights.halfLifeHours)

function listsOf(recent: readonly number[], noteOf: (at: number) => Note, waits: (at: number) => boolean): Lists {
  const heat = new Map(recent.map((at) => [at, heatOf(noteOf(at))]))
  const byHeat = recent.toSorted((a, b) => (heat.get(b) as number) - (heat.get(a) as number) || b - a)
  const [newest, hottest] = [recent, byHeat].map((list) => list.filter((at) => !waits(at))) as [number[], number[]]
  const [byTopic, byAuthor] = [new Map<string, number[]>(), new Map<string, number[]>()]
  const add = (map: Map<string, number[]>, key: string, at: number) => {
    const list = map.get(key)
    if (list) list.push(at)
    else map.set(key, [at])
  }
  for (const at of hottest) for (const topic of noteOf(at).topics) add(byTopic, topic, at)
  for (const at of byHeat) add(byAuthor, noteOf(at).author, at)
  const scored = newest.flatMap((at) => {
    const score = noteOf(at).bridging?.score
    return score === undefined ? [] : [{ at, score }]
  })
  const bridging = scored.sort((a, b) => b.score - a.score || b.at - a.at).map(({ at }) => at)
  return { at: 0, hottest, newest, bridging, byTopic, byAuthor }
}
