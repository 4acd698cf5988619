import type { Chart } from '../chart.ts'
import { BASELINES } from '../feeds/index.ts'
import { type OpenFeed, type Played, play, type Setting } from '../measure.ts'
import type { Figures } from '../tally.ts'
import type { WorldOptions } from '../world.ts'

/** Plays the same world once for each of these feeds and for the baselines, a world and a place of its own each. */
export async function compare<Name extends string>(
  { said, crew: _, ...options }: Setting,
  more: Omit<WorldOptions, 'seed' | 'readers' | 'days'>,
  feeds: Readonly<Record<Name, OpenFeed>>,
): Promise<Record<Name | keyof typeof BASELINES, Played>> {
  const played: Partial<Record<string, Played>> = {}
  for (const [name, open] of Object.entries({ ...feeds, ...BASELINES }) as [string, OpenFeed][]) {
    said?.(name)
    played[name] = await play({ ...options, ...more }, open)
  }
  return played as Record<Name | keyof typeof BASELINES, Played>
}

export const figuresOf = (played: Readonly<Record<string, Played>>): Record<string, Figures> =>
  Object.fromEntries(Object.entries(played).map(([name, { figures }]) => [name, figures]))

/** What every comparison shows. */
export const chartsOf = (feeds: Readonly<Record<string, Figures>>): Chart[] => {
  const bars = (title: string, of: (figures: Figures) => number): Chart => ({
    kind: 'bars',
    title,
    bars: Object.entries(feeds).map(([name, figures]) => ({ name, value: of(figures) })),
  })
  return [
    bars('Likes and saves expected, a reader and day', ({ engagement }) => engagement),
    bars('Share of looks at notes in languages the reader does not read', ({ acrossShare }) => acrossShare),
    {
      kind: 'lines',
      title: 'Variety of topics a reader looks at in a week, in bits',
      step: 'week',
      lines: Object.entries(feeds).map(([name, { entropy }]) => ({ name, values: entropy })),
    },
  ]
}
