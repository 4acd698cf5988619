import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const program = fileURLToPath(new URL('../tools/run.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'commonplace-start-'))
// As root the database runs as another user, who must be able to get in.
chmodSync(folder, 0o755)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** `npm start -- ARGS` as a host types it, with nothing in the environment but `settings`. */
function start(args: string[], settings: Record<string, string> = {}) {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [program, 'start', ...args], { env: { PATH, HOME, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  child.stdout.on('data', (text) => {
    said.out += text
  })
  child.stderr.on('data', (text) => {
    said.err += text
  })
  const ended = new Promise<number | null>((done) => child.once('close', done))
  return { said, ended, stop: () => child.kill('SIGTERM') }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

test('an empty folder becomes a place that answers where it says, and ends well', { timeout: 180_000 }, async () => {
  const port = await freePort()
  const { said, ended, stop } = start(['--port', String(port), '--data', folder])
  try {
    await expect.poll(() => said.out, { timeout: 150_000 }).toBe(`Commonplace is ready at http://localhost:${port}\n`)
    expect((await fetch(`http://localhost:${port}/health/ready`)).status).toBe(200)
    const page = await fetch(`http://127.0.0.1:${port}/about`, { redirect: 'manual' })
    expect([page.status, page.headers.get('location')], 'one name for one machine').toEqual([302, `http://localhost:${port}/about`])
  } finally {
    stop()
  }
  expect(await ended, said.err).toBe(0)
})

test('wrong settings are said all at once, a sentence each, and nothing is started', { timeout: 120_000 }, async () => {
  const { said, ended } = start(['--data', folder], { PORT: 'seven', REGISTRATION: 'maybe' })
  expect(await ended).toBe(2)
  expect(said.out).toBe('')
  const sentences = said.err.trim().split('\n')
  expect(sentences).toHaveLength(2)
  expect(sentences.map((one) => /PORT|REGISTRATION/.exec(one)?.[0]).sort()).toEqual(['PORT', 'REGISTRATION'])
})
