import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { openThreads } from '#ground/threads/index.ts'
import {
  type Crew,
  datasetOf,
  evaluate,
  METHODS,
  type MethodName,
  type Quality,
  SPLITS,
  type Split,
  type SplitName,
  type Texts,
  type Training,
  WrongLine,
} from '#pure/recommender/index.ts'
import { print } from './say.ts'

interface Options {
  k: number
  method: MethodName | 'all'
  split: SplitName
  seed: number
  json?: boolean
}

interface Measured extends Quality {
  trainSeconds: number
  microsPerUser: number
  peakMegabytes: number
}

const wholeNumber = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It is a whole number.')
  return Number(text)
}

const NAMES = Object.keys(METHODS) as MethodName[]
const HEAD = ['method', 'recall', 'ndcg', 'coverage', 'gini', 'train s', 'µs/user', 'peak MB']

/** Wide enough for the longest name; figures to four places, as papers print them. */
const row = (cells: readonly string[]): string => cells.map((cell, at) => (at === 0 ? cell.padEnd(8) : cell.padStart(9))).join('  ')

export const evaluateCommand = new Command('evaluate')
  .description('Rank public or own data with the engine and with known methods, and compare')
  .argument('<folder>', 'train.txt and test.txt, or interactions.tsv')
  .addOption(new Option('--k <number>', 'how many are shown').default(20).argParser(wholeNumber))
  .addOption(new Option('--method <name>').choices([...NAMES, 'all']).default('all'))
  .addOption(new Option('--split <name>').choices([...SPLITS]).default('time'))
  .addOption(new Option('--seed <number>', 'decides everything that is drawn by lot').default(1).argParser(wholeNumber))
  .option('--json')
  .action(async (folder: string, options: Options) => {
    const threads = openThreads()
    try {
      await run(folder, options, threads)
    } catch (error) {
      if (!(error instanceof WrongLine)) throw error
      process.stderr.write(`${error.message}\n`)
      process.exitCode = 2
    } finally {
      await threads.close()
    }
  })

async function run(folder: string, { k, method, split, seed, json }: Options, crew: Crew): Promise<void> {
  const data = datasetOf(textsOf(folder), split, seed)
  const lines: string[] = []
  const measured: object[] = []
  for (const name of method === 'all' ? NAMES : [method]) {
    const reason = whyNotRun(name, data)
    if (reason) {
      lines.push(`${name.padEnd(8)}  not run (${reason})`)
      continue
    }
    const one = await measure(data, name, k, { seed, content: data.content, crew })
    const { recall, ndcg, coverage, gini, trainSeconds, microsPerUser, peakMegabytes } = one
    lines.push(
      row([
        name,
        ...[recall, ndcg, coverage, gini].map((share) => share.toFixed(4)),
        trainSeconds.toFixed(1),
        microsPerUser.toFixed(0),
        peakMegabytes.toFixed(0),
      ]),
    )
    measured.push({ method: name, [`recall@${k}`]: recall, [`ndcg@${k}`]: ndcg, coverage, gini, trainSeconds, microsPerUser, peakMegabytes })
  }
  print(measured, { json: json ?? false }, [row(HEAD), ...lines].join('\n'))
}

function whyNotRun(name: MethodName, { train, content }: Split): string | null {
  const { mostItems = Number.POSITIVE_INFINITY, needsContent } = METHODS[name]
  const count = (number: number) => number.toLocaleString('en')
  if (train.items > mostItems) return `${count(train.items)} items > ${count(mostItems)}`
  return needsContent && !content ? 'no items.tsv' : null
}

async function measure(data: Split, name: MethodName, k: number, training: Training): Promise<Measured> {
  const since = performance.now()
  const scorer = await METHODS[name].method(data.train, training)
  const trained = performance.now()
  const quality = await evaluate(data, scorer, k, training.crew)
  return {
    ...quality,
    trainSeconds: (trained - since) / 1000,
    microsPerUser: ((performance.now() - trained) * 1000) / quality.readers,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }
}

function textsOf(folder: string): Texts {
  const exists = (name: string) => existsSync(join(folder, name))
  const text = (name: string) => readFileSync(join(folder, name), 'utf8')
  const content = exists('items.tsv') ? { items: text('items.tsv') } : {}
  if (exists('interactions.tsv')) return { interactions: text('interactions.tsv'), ...content }
  if (exists('train.txt') && exists('test.txt')) return { train: text('train.txt'), test: text('test.txt'), ...content }
  throw new WrongLine(folder, 0, 'interactions.tsv, or train.txt and test.txt')
}
