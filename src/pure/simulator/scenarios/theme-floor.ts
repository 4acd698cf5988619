import { gini } from '#pure/recommender/metrics.ts'
import { seeded } from '#pure/recommender/random.ts'
import { TOPICS_EACH } from '../atlas.ts'
import { type Author, drawAuthor } from '../authors.ts'
import { engine } from '../feeds/engine.ts'
import type { Floors } from '../feeds/floors.ts'
import { engineWith } from '../feeds/index.ts'
import type { Played } from '../measure.ts'
import { DID } from '../place.ts'
import type { Scenario } from '../scenario.ts'
import type { World } from '../world.ts'
import { chartsOf, compare, figuresOf } from './compare.ts'

const ENTRIES = 120
/** Of them, so many by accounts that nobody follows. */
const UNKNOWN = 0.3
/** The field the theme is about, and the days in which entries come. */
const [FIELD, OPEN_DAYS] = [3, 3] as const

/** Each enters one note; who is unknown publishes nothing else. */
function entrants(seed: number): Author[] {
  const random = seeded(seed + 7)
  return Array.from({ length: ENTRIES }, (_, at) => {
    const moment = random() * OPEN_DAYS
    const isUnknown = at < UNKNOWN * ENTRIES
    const author = drawAuthor(random, -365)
    return { ...author, topics: [FIELD * TOPICS_EACH + Math.floor(random() * TOPICS_EACH)], moments: [moment], rate: isUnknown ? 0 : author.rate }
  })
}

function entriesOf({ authors, notes }: World): Set<number> {
  const isEntry = (note: number) => {
    const author = notes.author[note] as number
    return author >= authors.length - ENTRIES && authors[author]?.moments[0] === notes.at[note]
  }
  return new Set(Array.from({ length: notes.count }, (_, note) => note).filter(isEntry))
}

/** What is given is what the lines say, and each line is a reader who looked, once. */
function isExact({ owing, lines }: Floors, { place, world }: Played): boolean {
  const given = new Map<number, number>()
  for (const { note } of lines) given.set(note, (given.get(note) ?? 0) + 1)
  const seen = lines.every(({ note, reader }) => ((place.did[reader * world.notes.count + note] as number) & DID.see) !== 0)
  const once = new Set(lines.map(({ note, reader }) => `${note} ${reader}`)).size === lines.length
  return seen && once && [...owing].every(([note, one]) => one.given === (given.get(note) ?? 0))
}

/** Whether all who answer a theme are seen, whoever they are. */
export const themeFloor: Scenario = {
  asks: 'Is every entry of a theme seen by a hundred and fifty readers, and what does it cost?',
  readers: 2_000,
  days: 13,
  aims: [{ figure: 'paidShare', least: 0.99 }, { figure: 'gini', most: 0.35 }, { figure: 'likeRateChange', least: -0.03 }, { figure: 'ledgerExact' }],
  async play(setting) {
    const { crew, seed } = setting
    let floors: Floors | null = null
    const played = await compare(
      setting,
      { moreAuthors: entrants(seed) },
      {
        engine: (world, place) => {
          const feed = engine(world, place, { crew, entries: entriesOf(world) })
          floors = feed.floors
          return feed
        },
        'engine, no promises': engineWith({ crew, keepsPromises: false }),
      },
    )
    const { engine: on, 'engine, no promises': off } = played
    const ledger = floors as Floors | null
    const entries = [...entriesOf(on.world)]
    const feeds = figuresOf(played)
    return {
      figures: {
        paidShare: entries.filter((note) => ledger?.owing.get(note)?.state === 'paid').length / entries.length,
        gini: gini(entries.map((note) => on.tally.early[note] as number)),
        likeRateChange: on.figures.likeRate / off.figures.likeRate - 1,
        ledgerExact: ledger !== null && isExact(ledger, on),
      },
      feeds,
      charts: [
        {
          kind: 'lines',
          title: 'Looks at each entry in its first ten days, the least seen first',
          step: 'entry',
          lines: Object.entries(played).map(([name, { tally }]) => ({
            name,
            values: entries.map((note) => tally.early[note] as number).sort((a, b) => a - b),
          })),
        },
        ...chartsOf(feeds),
      ],
    }
  },
}
