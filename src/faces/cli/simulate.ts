import { writeFileSync } from 'node:fs'
import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import { openThreads } from '#ground/threads/index.ts'
import { type Aim, drawCharts, type Figures, isReached, type Outcome, SCENARIOS, type ScenarioName } from '#pure/simulator/index.ts'
import { print } from './say.ts'

interface Options {
  readers?: number
  days?: number
  seed: number
  json?: boolean
  svg?: string
}

const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    if (!/^\d{1,9}$/.test(text) || Number(text) < least || Number(text) > most) throw new InvalidArgumentError(`It is a whole number of ${least} to ${most}.`)
    return Number(text)
  }

const NAMES = Object.keys(SCENARIOS) as ScenarioName[]

export const simulateCommand = new Command('simulate')
  .description('Let synthetic readers with known tastes use the engine, a popularity feed and an oracle, and compare')
  .addArgument(new Argument('<name>', 'what is asked').choices(NAMES))
  .addOption(new Option('--readers <number>', 'how many readers').argParser(wholeNumber(20, 20_000)))
  .addOption(new Option('--days <number>', 'how long').argParser(wholeNumber(1, 365)))
  .addOption(new Option('--seed <number>', 'decides everything that is drawn by lot').default(1).argParser(wholeNumber(0, 999_999_999)))
  .option('--json')
  .option('--svg <file>', 'draw the figures')
  // What the caller got wrong ends with 2, as everywhere in this tool.
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action(async (name: ScenarioName, { readers, days, seed, json, svg }: Options) => {
    const threads = openThreads()
    try {
      const scenario = SCENARIOS[name]
      const setting = { seed, readers: readers ?? scenario.readers, days: days ?? scenario.days }
      const said = (feed: string) => process.stderr.write(`${name}: ${feed} …\n`)
      const outcome = await scenario.play({ ...setting, crew: threads, said })
      if (svg) writeFileSync(svg, drawCharts(scenario.asks, outcome.charts))
      const figures = Object.fromEntries(Object.entries(outcome.figures).map(([figure, value]) => [figure, rounded(value)]))
      print({ scenario: name, ...setting, ...figures, feeds: outcome.feeds }, { json: json ?? false }, table(scenario, setting, outcome))
    } finally {
      await threads.close()
    }
  })

const rounded = (value: number | boolean): number | boolean => (typeof value === 'number' ? Number(value.toFixed(6)) : value)

const HEAD = ['feed', 'engagement', 'of oracle', 'likes/look', 'across', 'entropy', 'at last', 'gini']

/** Wide enough for the longest name. */
const row = (cells: readonly string[]): string => cells.map((cell, at) => (at === 0 ? cell.padEnd(22) : cell.padStart(10))).join('  ')

function table(
  { asks, aims }: { asks: string; aims: readonly Aim[] },
  { readers, days, seed }: Record<'readers' | 'days' | 'seed', number>,
  { figures, feeds }: Outcome,
): string {
  const best = feeds.oracle?.engagement ?? Number.NaN
  const lines = Object.entries(feeds).map(([name, one]) => row([name, ...cellsOf(one, best)]))
  const results = Object.entries(figures).map(([figure, value]) => {
    const aim = aims.find((one) => one.figure === figure)
    return row([
      figure,
      typeof value === 'number' ? value.toFixed(3) : String(value),
      ...(aim ? [wordsOf(aim), isReached(aim, value) ? 'kept' : 'MISSED'] : []),
    ])
  })
  return [`${asks} (${readers} readers, ${days} days, seed ${seed})`, ...(lines.length > 0 ? ['', row(HEAD), ...lines] : []), '', ...results].join('\n')
}

function cellsOf({ engagement, likeRate, acrossShare, entropy, authorGini }: Figures, best: number): string[] {
  return [engagement, engagement / best, likeRate, acrossShare, entropy[0] ?? 0, entropy.at(-1) ?? 0, authorGini].map((value) => value.toFixed(3))
}

function wordsOf({ least, most }: Aim): string {
  if (least !== undefined) return `≥ ${least}`
  return most === undefined ? 'yes' : `≤ ${most}`
}
