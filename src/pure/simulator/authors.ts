import { normal, type Random } from '#pure/recommender/random.ts'
import { COUNTRIES, LANGUAGE_SHARES, STYLES, TOPICS, TOPICS_EACH } from './atlas.ts'
import { gamma, pick } from './draws.ts'

export interface Author {
  readonly language: number
  readonly country: number
  /** What they publish about, the first most often. */
  readonly topics: readonly number[]
  /** In deviations: how good their notes are on average. */
  readonly quality: number
  /** STYLES numbers, of deviation 1. */
  readonly style: readonly number[]
  /** Notes a day, on average, as chance has it. */
  readonly rate: number
  /** In days: notes beside those, at moments that are given. */
  readonly moments: readonly number[]
  /** The day of the simulation; negative: before it began. */
  readonly joined: number
  /** What accounts of one hand or one network have in common, as the marks of promises; most people have nothing in common with anybody. */
  readonly marks: readonly string[]
}

/** Who joins publishes within hours: before that nobody knows they are there. Newcomers write as well as the others: nothing here makes their floor cheap or dear. */
export function drawAuthor(random: Random, joined: number): Author {
  const language = pick(random, LANGUAGE_SHARES)
  const first = Math.floor(random() * TOPICS)
  const family = Math.floor(first / TOPICS_EACH) * TOPICS_EACH
  const kin = Array.from({ length: random() < 0.5 ? 1 : 2 }, () => family + Math.floor(random() * TOPICS_EACH))
  return {
    language,
    country: Math.floor(random() * random() * (COUNTRIES[language]?.length ?? 1)),
    topics: [...new Set([first, ...kin])],
    quality: 0.8 * normal(random),
    style: Array.from({ length: STYLES }, () => normal(random)),
    rate: 0.35 * gamma(random, 2),
    moments: joined < 0 ? [] : [joined + random() * 0.2],
    joined,
    marks: [],
  }
}
