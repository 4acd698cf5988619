import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { evaluateCommand } from './evaluate.ts'

const folders: string[] = []
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Two kinds of readers and of items; of each reader's ten items eight are known. */
const rows = Array.from({ length: 40 }, (_, reader) => Array.from({ length: 10 }, (_, at) => 2 * ((reader * 7 + at * 3) % 30) + (reader % 2)))
const list = (part: (row: number[]) => number[]) => rows.map((row, reader) => [reader, ...part(row)].join(' ')).join('\n')
const TEXTS = {
  'train.txt': list((row) => row.slice(0, 8)),
  'test.txt': list((row) => row.slice(8)),
  'items.tsv': ['item\ttopics', ...Array.from({ length: 60 }, (_, item) => `${item}\tkind${item % 2}|hall${item % 7}`)].join('\n'),
}

async function evaluate(texts: Record<string, string>, ...options: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'commonplace-evaluate-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
  const [stdout, stderr] = [process.stdout, process.stderr].map((stream) => {
    const said: unknown[] = []
    vi.spyOn(stream, 'write').mockImplementation((text) => said.push(text) > 0)
    return said
  }) as [unknown[], unknown[]]
  await evaluateCommand.parseAsync([folder, ...options], { from: 'user' })
  vi.restoreAllMocks()
  return { status: process.exitCode ?? 0, stdout: stdout.join(''), stderr: stderr.join('') }
}

test('all methods stand in one table, and the same seed gives the same figures', async () => {
  const figures = async () => JSON.parse((await evaluate(TEXTS, '--split', 'cold-items', '--json')).stdout) as Record<string, unknown>[]
  const [once, again] = [await figures(), await figures()]
  expect(once.map(({ method }) => method)).toEqual(['pop', 'itemknn', 'ease', 'ials', 'topics', 'content', 'ridge', 'engine'])
  expect(Object.keys(once[0] ?? {})).toEqual(['method', 'recall@20', 'ndcg@20', 'coverage', 'gini', 'trainSeconds', 'microsPerUser', 'peakMegabytes'])
  const quality = (all: typeof once) => all.map((one) => [one['recall@20'], one['ndcg@20'], one.coverage, one.gini])
  expect(quality(again)).toEqual(quality(once))
})

test('what cannot be run says why, and is no failure', async () => {
  const { 'items.tsv': _, ...plain } = TEXTS
  const { status, stdout } = await evaluate(plain, '--method', 'topics')
  expect(stdout).toMatch(/^topics +not run \(no items\.tsv\)$/m)
  expect(status).toBe(0)
})

test('a file that does not fit is named with its line', async () => {
  const { status, stderr } = await evaluate({ ...TEXTS, 'test.txt': '0 1\n1 a' })
  expect(stderr).toContain('test.txt:2: expected')
  expect(status).toBe(2)
})
