import { normal, type Random } from '#pure/recommender/random.ts'
import { LANGUAGES, NO_TOPIC, NOTE_TOPICS, STYLES, TOPICS, TOPICS_EACH } from './atlas.ts'
import type { Author } from './authors.ts'
import { poisson } from './draws.ts'

/** All notes that will be published, by moment; a number each in every array. */
export interface Notes {
  readonly count: number
  readonly author: Uint32Array
  /** In days; negative: before the simulation began. */
  readonly at: Float64Array
  readonly language: Uint8Array
  /** Bit n: it can be read in language n, the original or a layer. */
  readonly layers: Uint8Array
  /** count × NOTE_TOPICS, the first is what it is mainly about; NO_TOPIC where there is none. */
  readonly topics: Uint8Array
  /** In deviations. */
  readonly quality: Float32Array
  readonly style: Float32Array
  /** 0 … 1: how much of it only those at home in its language get. */
  readonly bound: Float32Array
  /** 1: a picture says something without any language. */
  readonly isPicture: Uint8Array
  /** 1 for its author's first note, 2 for the second …; up to 255. */
  readonly ordinal: Uint8Array
}

/** A note has a layer in another language with this chance: engines and people together. */
const LAYERED = 0.7
const PICTURES = 0.65

function momentsOf({ joined, rate, moments }: Author, from: number, to: number, random: Random): number[] {
  const begin = Math.max(from, joined)
  const drawn = Array.from({ length: poisson(random, rate * Math.max(0, to - begin)) }, () => begin + random() * (to - begin))
  return [...drawn, ...moments].filter((at) => at < to)
}

export function drawNotes(authors: readonly Author[], { from, to }: { from: number; to: number }, random: Random): Notes {
  const events = authors.flatMap((author, number) => momentsOf(author, from, to, random).map((at) => ({ author, number, at }))).sort((a, b) => a.at - b.at)
  const count = events.length
  const notes: Notes = {
    count,
    author: Uint32Array.from(events, ({ number }) => number),
    at: Float64Array.from(events, ({ at }) => at),
    language: Uint8Array.from(events, ({ author }) => author.language),
    layers: new Uint8Array(count),
    topics: new Uint8Array(count * NOTE_TOPICS).fill(NO_TOPIC),
    quality: Float32Array.from(events, ({ author }) => author.quality + 0.7 * normal(random)),
    style: new Float32Array(count * STYLES),
    bound: Float32Array.from(events, () => random() * random()),
    isPicture: Uint8Array.from(events, () => (random() < PICTURES ? 1 : 0)),
    ordinal: new Uint8Array(count),
  }
  const written = new Map<number, number>()
  for (const [note, { author, number }] of events.entries()) {
    const ordinal = (written.get(number) ?? (author.joined < from ? 3 : 0)) + 1
    written.set(number, ordinal)
    notes.ordinal[note] = Math.min(255, ordinal)
    notes.topics.set(topicsOf(author, random), note * NOTE_TOPICS)
    notes.style.set(
      author.style.map((value) => 0.8 * value + 0.6 * normal(random)),
      note * STYLES,
    )
    notes.layers[note] = LANGUAGES.reduce((mask, _, language) => mask | (language === author.language || random() < LAYERED ? 1 << language : 0), 0)
  }
  return notes
}

function topicsOf({ topics }: Author, random: Random): number[] {
  const main = topics[Math.floor(random() * random() * topics.length)] as number
  const family = main - (main % TOPICS_EACH)
  const more = [random() < 0.5 ? family + Math.floor(random() * TOPICS_EACH) : main, random() < 0.2 ? Math.floor(random() * TOPICS) : main]
  return [...new Set([main, ...more])]
}
