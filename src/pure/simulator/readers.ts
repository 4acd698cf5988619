import { normal, type Random } from '#pure/recommender/random.ts'
import { COUNTRIES, FAMILIES, LANGUAGE_SHARES, STYLES, TOPICS, TOPICS_EACH } from './atlas.ts'
import { between, gamma, pick } from './draws.ts'

/** Synthetic readers, a number each in every array; what a server cannot know of them stands here too. */
export interface Readers {
  readonly count: number
  /** The language they think in, a number of `LANGUAGES`. */
  readonly home: Uint8Array
  /** Bit n: they read language n. */
  readonly reads: Uint8Array
  /** A number of the home language's `COUNTRIES`. */
  readonly country: Uint8Array
  /** count × TOPICS, 0 … 1: how much they care. */
  readonly taste: Float32Array
  /** count × STYLES, of deviation 1. */
  readonly style: Float32Array
  /** 0 … 1: how little a layer between them and the author bothers them. */
  readonly curiosity: Float32Array
  /** Visits a day, on average. */
  readonly sessions: Float32Array
  /** The chance that they look at the next slot after one: attention falls with the position. */
  readonly patience: Float32Array
  /** count × 3: topics chosen at the beginning, among those they care for most. */
  readonly chosen: Uint8Array
}

export const CHOSEN = 3
const SECOND_LANGUAGE = 0.35
const THIRD_LANGUAGE = 0.08

/** Two fields with several topics each, a small passion or two elsewhere, and a little for everything. */
function drawTaste(taste: Float32Array, random: Random): void {
  for (let topic = 0; topic < TOPICS; topic++) taste[topic] = between(random, 0.02, 0.14)
  const fields = new Set<number>()
  while (fields.size < 2) fields.add(pick(random, FAMILY_SHARES))
  for (const family of fields)
    for (let turn = random() < 0.5 ? 2 : 3; turn > 0; turn--) taste[family * TOPICS_EACH + Math.floor(random() * TOPICS_EACH)] = between(random, 0.65, 1)
  for (let turn = random() < 0.5 ? 1 : 2; turn > 0; turn--) {
    const topic = Math.floor(random() * TOPICS)
    taste[topic] = Math.max(taste[topic] as number, between(random, 0.45, 0.75))
  }
}

/** Some fields are loved by many, some by few. */
const FAMILY_SHARES = FAMILIES.map((_, at) => 1 / Math.sqrt(at + 1))

export function drawReaders(count: number, random: Random): Readers {
  const readers: Readers = {
    count,
    home: new Uint8Array(count),
    reads: new Uint8Array(count),
    country: new Uint8Array(count),
    taste: new Float32Array(count * TOPICS),
    style: Float32Array.from({ length: count * STYLES }, () => normal(random)),
    curiosity: new Float32Array(count),
    sessions: new Float32Array(count),
    patience: new Float32Array(count),
    chosen: new Uint8Array(count * CHOSEN),
  }
  for (let reader = 0; reader < count; reader++) {
    const home = pick(random, LANGUAGE_SHARES)
    readers.home[reader] = home
    readers.reads[reader] = 1 << home
    for (const share of [SECOND_LANGUAGE, THIRD_LANGUAGE]) if (random() < share) (readers.reads[reader] as number) |= 1 << pick(random, LANGUAGE_SHARES)
    readers.country[reader] = Math.floor(random() * random() * (COUNTRIES[home]?.length ?? 1))
    readers.curiosity[reader] = between(random, 0.3, 1)
    readers.sessions[reader] = 1.2 * gamma(random, 2)
    readers.patience[reader] = between(random, 0.9, 0.98)
    const taste = readers.taste.subarray(reader * TOPICS, (reader + 1) * TOPICS)
    drawTaste(taste, random)
    const best = [...taste.keys()].sort((a, b) => (taste[b] as number) - (taste[a] as number))
    readers.chosen.set(best.slice(0, CHOSEN), reader * CHOSEN)
  }
  return readers
}
