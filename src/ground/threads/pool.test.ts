import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test, vi } from 'vitest'
import { openPool } from './pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'commonplace-pool-'))
const script = join(folder, 'echo.ts')
writeFileSync(
  script,
  `import { answering } from ${JSON.stringify(new URL('./answering.ts', import.meta.url).href)}
  let kept = 0
  answering((body) => {
    if (body === 'end') process.exit(0)
    if (body === 'fail') throw new Error('it failed')
    if (typeof body === 'number') kept += body
    return kept
  })`,
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const open = (count: number, ended = vi.fn()) => openPool(pathToFileURL(script), count, ended)

test('each thread keeps what it was told, and answers in order', async () => {
  const pool = open(2)
  expect(await pool.askAll((thread) => 10 * (thread + 1))).toEqual([10, 20])
  expect(await Promise.all([pool.ask(1), pool.ask(1), pool.ask(1), pool.ask(1)])).toEqual([11, 21, 12, 22])
  await pool.close()
})

test('what fails is told to who asked, and the thread goes on', async () => {
  const pool = open(1)
  await expect(pool.ask('fail')).rejects.toThrow('it failed')
  expect(await pool.ask(4)).toBe(4)
  await pool.close()
  await expect(pool.ask(1)).rejects.toThrow()
})

test('closing waits for what was asked before', async () => {
  const pool = open(1)
  const asked = [pool.ask(1), pool.ask(1)]
  await pool.close()
  expect(await Promise.all(asked)).toEqual([1, 2])
})

test('a thread that ends takes its questions with it, and is reported once', async () => {
  const ended = vi.fn()
  const pool = open(2, ended)
  await expect(pool.ask('end')).rejects.toThrow('a thread ended')
  await expect(pool.ask(1)).rejects.toThrow()
  expect(ended).toHaveBeenCalledTimes(1)
  await pool.close()
})
