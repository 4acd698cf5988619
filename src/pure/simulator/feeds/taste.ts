import { contentOf } from '#pure/recommender/content.ts'
import type { Crew } from '#pure/recommender/index.ts'
import { countsOf, interactionsOf } from '#pure/recommender/matrix.ts'
import { linearFilter } from '#pure/recommender/methods/graph-filter.ts'
import { factorise, IALS_DEFAULTS, scoreByVector } from '#pure/recommender/methods/ials.ts'
import { factorsFromContent } from '#pure/recommender/methods/ridge.ts'
import { standardise } from '#pure/recommender/methods/standardise.ts'
import type { Taste } from '#pure/recommender/page/types.ts'
import { topOf } from '#pure/recommender/top.ts'
import { COUNTRIES, LANGUAGES, NO_TOPIC, NOTE_TOPICS, TOPICS } from '../atlas.ts'
import { type Act, DID, type Place } from '../place.ts'
import type { World } from '../world.ts'
import { idOf } from './shelf.ts'

/** In days: what is older is no longer trained on, and how often. */
const MEMORY = 21
export const TRAINED_EVERY = 3
/** The world has fewer tastes than a place: fewer numbers hold them. */
const FACTORS = { ...IALS_DEFAULTS, dimensions: 32 }
/** With so many acts a note is judged half by them and half by what it says of itself. */
const HALF_KNOWN = 2

/** What readers' acts say of notes: the collaborative part of the engine. */
export interface Tasting {
  /** Unseen notes nearest to what these acts say, the best first. */
  near(reader: number, limit: number): number[]
  /** The engine's word on these notes; without any acts it has none. */
  taste(reader: number, notes: readonly number[]): Map<string, Taste>
}

interface Model {
  /** The note of its first item. */
  first: number
  items: number
  score(acts: Uint32Array, parts: Record<'factors' | 'graph' | 'content', Float32Array>): void
  evidence: Float64Array
}

const isLike = ({ what }: Act): boolean => what !== DID.hide

/** Notes that come until the next training are placed by what they say of themselves: their terms are in, without any acts. */
async function train(world: World, place: Place, crew: Crew): Promise<Model> {
  const { notes, authors } = world
  let first = place.published
  while (first > 0 && place.now - (notes.at[first - 1] as number) < MEMORY) first--
  let last = place.published
  while (last < notes.count && (notes.at[last] as number) < place.now + TRAINED_EVERY) last++
  const items = last - first
  const rows = place.acts.map((acts) => acts.flatMap((act) => (isLike(act) && act.note >= first ? [act.note - first] : [])))
  const interactions = interactionsOf(rows, items)
  const countries = Math.max(...COUNTRIES.map((list) => list.length))
  const termsOf = (note: number) => {
    const language = notes.language[note] as number
    const author = notes.author[note] as number
    const topics = [...notes.topics.subarray(note * NOTE_TOPICS, (note + 1) * NOTE_TOPICS)].filter((topic) => topic !== NO_TOPIC)
    const place = LANGUAGES.length + language * countries + (authors[author]?.country ?? 0)
    return [language, place, ...topics.map((topic) => LANGUAGES.length * (1 + countries) + topic), LANGUAGES.length * (1 + countries) + TOPICS + author]
  }
  const content = contentOf(
    Array.from({ length: items }, (_, at) => termsOf(first + at)),
    LANGUAGES.length * (1 + countries) + TOPICS + authors.length,
  )
  const counts = countsOf(interactions)
  const factors = await factorise(interactions, world.seed, FACTORS, crew)
  const byContent = factorsFromContent(content, factors, (item) => (counts[item] as number) > 0)
  const linear = linearFilter(interactions)
  return {
    first,
    items,
    evidence: counts.map((count) => count / (count + HALF_KNOWN)),
    score(acts, parts) {
      const vector = factors.foldIn(acts)
      scoreByVector(vector, factors.items, parts.factors)
      scoreByVector(vector, byContent, parts.content)
      linear(acts, parts.graph)
      for (const part of Object.values(parts)) standardise(part)
    },
  }
}

/** Trained anew by `learn`; a reader's vector is folded in from what they did up to now. */
export function tasting(world: World, place: Place, crew: Crew): Tasting & { learn(): Promise<void> } {
  let model: Model | null = null
  let parts = { factors: new Float32Array(0), graph: new Float32Array(0), content: new Float32Array(0) }
  let scores = new Float32Array(0)
  /** Whose scores lie there, after how many acts. */
  let [scored, after] = [-1, -1]

  const scoreFor = (reader: number): Model | null => {
    const acts = place.acts[reader] ?? []
    if (!model || acts.length === 0) return null
    if (scored === reader && after === acts.length) return model
    const { first, items, evidence } = model
    const done = acts.flatMap((act) => (isLike(act) && act.note >= first && act.note < first + items ? [act.note - first] : []))
    if (done.length === 0) return null
    model.score(Uint32Array.from(new Set(done)), parts)
    for (let item = 0; item < items; item++) {
      const known = evidence[item] as number
      scores[item] = known * ((parts.factors[item] as number) + (parts.graph[item] as number)) + (1 - known) * (parts.content[item] as number)
    }
    standardise(scores)
    ;[scored, after] = [reader, acts.length]
    return model
  }

  return {
    async learn() {
      model = await train(world, place, crew)
      const zeros = () => new Float32Array(model?.items ?? 0)
      parts = { factors: zeros(), graph: zeros(), content: zeros() }
      scores = zeros()
      scored = -1
    },
    near(reader, limit) {
      const now = scoreFor(reader)
      if (!now) return []
      const unseen = scores.map((score, item) =>
        now.first + item < place.published && place.did[reader * world.notes.count + now.first + item] === 0 ? score : Number.NEGATIVE_INFINITY,
      )
      return Array.from(topOf(unseen, limit), (item) => now.first + item)
    },
    taste(reader, notes) {
      const now = scoreFor(reader)
      if (!now) return new Map()
      const tasted = notes.flatMap((note) => {
        const item = note - now.first
        if (item < 0 || item >= now.items) return []
        const known = now.evidence[item] as number
        const collaborative = known * (scores[item] as number)
        return [[idOf(note), { score: scores[item] as number, parts: { acts: collaborative, content: (scores[item] as number) - collaborative } }] as const]
      })
      return new Map(tasted)
    },
  }
}
