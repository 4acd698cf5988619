/** Malformed requests over every route (security D6): the fuzz test with as many as are asked for. Exit 1 when one of them was a bug. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const VITEST = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))

/** `--requests 100000` before each release, with another `--seed` each time. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { requests: { type: 'string', default: '100000' }, seed: { type: 'string', default: '20260301' } } })
  const env = { ...process.env, FUZZ_REQUESTS: values.requests, FUZZ_SEED: values.seed }
  const child = spawn(process.execPath, [VITEST, 'run', '--project', 'db', 'tests/security/fuzz'], { env, stdio: 'inherit' })
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)))
}
