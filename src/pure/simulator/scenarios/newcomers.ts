import type { Chart } from '../chart.ts'
import { engineWith } from '../feeds/index.ts'
import type { Played } from '../measure.ts'
import type { Scenario } from '../scenario.ts'
import { PROMISE_DAYS } from '../tally.ts'
import { chartsOf, compare, figuresOf } from './compare.ts'

/** Authors that join each day, on 1,000 readers: about half of the slots of promises are owed to their first three notes. */
const JOIN = 5
const PROMISED = 100
/** So many readers' likes make somebody feel welcome. */
const WELCOME = 3

/** First notes of those who joined and whose ten days lie within the run. */
function firstNotes({ world: { notes, authors, days } }: Played): number[] {
  const all = Array.from({ length: notes.count }, (_, note) => note)
  return all.filter(
    (note) => notes.ordinal[note] === 1 && (authors[notes.author[note] as number]?.joined ?? -1) >= 0 && (notes.at[note] as number) + PROMISE_DAYS <= days,
  )
}

const shareOf = (notes: readonly number[], is: (note: number) => boolean): number => (notes.length === 0 ? 0 : notes.filter(is).length / notes.length)

function reachedBy(played: Readonly<Record<string, Played>>): Chart {
  const bars = Object.entries(played).map(([name, one]) => ({ name, value: shareOf(firstNotes(one), (note) => (one.tally.early[note] as number) >= PROMISED) }))
  return { kind: 'bars', title: 'Share of first notes that 100 readers saw within ten days', bars }
}

/** Whether someone who joins is seen, and what it costs the others. */
export const newcomers: Scenario = {
  asks: 'Is a newcomer’s first note seen by a hundred readers, and what does it cost?',
  readers: 300,
  days: 20,
  aims: [
    { figure: 'reached100Share', least: 0.95 },
    { figure: 'engagementCost', most: 0.03 },
  ],
  async play(setting) {
    const { crew, readers } = setting
    const feeds = { engine: engineWith({ crew }), 'engine, no promises': engineWith({ crew, keepsPromises: false }) }
    const played = await compare(setting, { newcomersADay: (JOIN * readers) / 1_000 }, feeds)
    const { engine, 'engine, no promises': without } = played
    const first = firstNotes(engine)
    const figures = figuresOf(played)
    return {
      figures: {
        reached100Share: shareOf(first, (note) => (engine.tally.early[note] as number) >= PROMISED),
        engagementCost: 1 - engine.figures.engagement / without.figures.engagement,
        welcomedShare: shareOf(first, (note) => likesOf(engine, note) >= WELCOME),
        firstNotes: first.length,
      },
      feeds: figures,
      charts: [reachedBy(played), ...chartsOf(figures)],
    }
  },
}

function likesOf({ place, world }: Played, note: number): number {
  const width = place.liked.length / world.notes.count
  return place.liked.subarray(note * width, (note + 1) * width).reduce((sum, likes) => sum + likes, 0)
}
