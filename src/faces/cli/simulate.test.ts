import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { simulateCommand } from './simulate.ts'

afterEach(() => vi.restoreAllMocks())

/** Runs the command and answers what it said; leaving the process is told, not done. */
async function simulate(...args: string[]) {
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += String(text)
      return true
    })
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`)
  })
  const status = await simulateCommand.parseAsync(args, { from: 'user' }).then(
    () => 'exit 0',
    (error: Error) => error.message,
  )
  exit.mockRestore()
  vi.restoreAllMocks()
  return { ...said, status }
}

test.each([
  [['nonsense'], /Allowed choices are cold-start, newcomers/],
  [[], /missing required argument 'name'/],
  [['across', '--readers', '-5'], /whole number of 20 to 20000/],
  [['across', '--readers', '3'], /whole number of 20 to 20000/],
  [['across', '--days', 'ten'], /whole number of 1 to 365/],
  [['across', '--seed', '1.5'], /whole number/],
  [['across', '--speed', '1'], /unknown option/],
])('%j is refused with a word of why, exit 2', async (args, why) => {
  const { stderr, status } = await simulate(...args)
  expect(stderr).toMatch(why)
  expect(status).toBe('exit 2')
})

test('one object under the names that programs read, the same for the same seed, and a picture', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'commonplace-simulate-'))
  const svg = join(folder, 'cold-start.svg')
  const small = ['cold-start', '--readers', '60', '--days', '1', '--json', '--seed', '2']
  const [once, again] = [await simulate(...small, '--svg', svg), await simulate(...small)]
  expect(once.stdout).toBe(again.stdout)
  const { scenario, seed, readers, days, topicShareBefore, topicShareAfter } = JSON.parse(once.stdout)
  expect({ scenario, seed, readers, days }).toEqual({ scenario: 'cold-start', seed: 2, readers: 60, days: 1 })
  expect(topicShareAfter).toBeGreaterThan(topicShareBefore)
  expect(readFileSync(svg, 'utf8')).toMatch(/^<svg .*role="img"/)
  rmSync(folder, { recursive: true })
})
