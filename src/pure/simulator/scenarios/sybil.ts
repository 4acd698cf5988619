import { seeded } from '#pure/recommender/random.ts'
import { type Author, drawAuthor } from '../authors.ts'
import { engineWith } from '../feeds/index.ts'
import type { Played } from '../measure.ts'
import type { Scenario } from '../scenario.ts'
import { chartsOf, compare, figuresOf } from './compare.ts'

const FAKES = 1_000
/** Honest newcomers of the same days: each with a network of their own, and behind one, who share a mark as the fakes do. */
const [HONEST, CAMPUS] = [10, 20] as const
/** In days: when they sign up, a wave within one. */
const WAVE = 4
/** In deviations: what is made to be posted a thousand times. */
const QUALITY = -1.5

/** One campaign: accounts on one network, that post at once and seldom after. */
function fakes(seed: number): Author[] {
  const random = seeded(seed + 13)
  return Array.from({ length: FAKES }, () => ({ ...drawAuthor(random, WAVE + random()), quality: QUALITY, rate: 0.1, marks: ['campaign'] }))
}

function newcomers(seed: number): Author[] {
  const random = seeded(seed + 29)
  return Array.from({ length: HONEST + CAMPUS }, (_, at) => ({ ...drawAuthor(random, random() * (WAVE + 1)), marks: at < HONEST ? [] : ['campus'] }))
}

/** Looks at the notes of each author that joined in the run. */
function looksAt({ world: { authors }, tally }: Played, isOne: (author: Author) => boolean): number[] {
  return authors.flatMap((author, number) => (isOne(author) ? [tally.ofAuthor[number] as number] : []))
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length
const looksAtMarked = (played: Played, mark: string): number[] => looksAt(played, ({ marks }) => marks.includes(mark))
/** Of one honest newcomer with a network of their own. */
const looksAtHonest = (played: Played): number => mean(looksAt(played, ({ joined, marks }) => marks.length === 0 && joined >= 0))

/** What all fakes together were given, over what one honest newcomer was. */
const gainIn = (played: Played): number => sum(looksAtMarked(played, 'campaign')) / looksAtHonest(played)

/** Whether a thousand accounts of one hand are seen more than one newcomer. */
export const sybil: Scenario = {
  asks: 'How much more are a thousand fake accounts seen than one honest newcomer?',
  readers: 300,
  days: 14,
  aims: [{ figure: 'gain', most: 2 }],
  async play(setting) {
    const played = await compare(
      setting,
      { newcomersADay: 0, moreAuthors: [...fakes(setting.seed), ...newcomers(setting.seed)] },
      { engine: engineWith({ crew: setting.crew }) },
    )
    const feeds = figuresOf(played)
    return {
      figures: { gain: gainIn(played.engine), campusShare: mean(looksAtMarked(played.engine, 'campus')) / looksAtHonest(played.engine) },
      feeds,
      charts: [
        {
          kind: 'bars',
          title: 'Looks at a thousand fakes, over looks at one honest newcomer',
          bars: Object.entries(played).map(([name, one]) => ({ name, value: gainIn(one) })),
        },
        ...chartsOf(feeds),
      ],
    }
  },
}
