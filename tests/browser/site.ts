import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PASSWORD } from './member.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = join(root, 'src/faces/cli/index.ts')

/** The variable of the environment that names the folder of a place to be copied. */
export const TEMPLATE = 'COMMONPLACE_TEST_PLACE'

export interface Site {
  origin: string
  dataDir: string
  /** Runs the host's tool on the same place and answers its stdout. */
  command(...args: string[]): Promise<string>
  /** Ends it, and keeps its folder. */
  pause(): Promise<void>
  /** Ends it and removes its folder. */
  stop(): Promise<void>
}

export function emptyFolder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'commonplace-site-'))
  // As root the database runs as another user, who must be able to get in.
  chmodSync(dataDir, 0o755)
  return dataDir
}

/** The real server as its own process on the embedded database, as a host runs it; on an empty folder, or on what lies in `dataDir`. */
export async function openSite(settings: Record<string, string> = {}, dataDir = emptyFolder()): Promise<Site> {
  const environment = {
    ...process.env,
    NODE_OPTIONS: '',
    DATABASE_URL: '',
    LOG_LEVEL: 'error',
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    RATE_LIMITS: 'off',
    ...settings,
  }
  const child = spawn(process.execPath, [cli, 'serve'], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let complained = ''
  child.stderr.on('data', (text) => {
    complained += text
  })
  const origin = await new Promise<string>((ready, failed) => {
    child.stdout.on('data', (text) => {
      said += text
      const found = /ready at (\S+)/.exec(said)?.[1]
      if (found) ready(found)
    })
    child.on('exit', (code) => failed(new Error(`the server ended with ${code}: ${complained.slice(-2000)}`)))
  })
  const pause = async () => {
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    child.kill('SIGTERM')
    await ended
  }
  return {
    origin,
    dataDir,
    command: (...args) =>
      new Promise((done, failed) => {
        const one = spawn(process.execPath, [cli, ...args], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
        let out = ''
        let err = ''
        one.stdout.on('data', (text) => {
          out += text
        })
        one.stderr.on('data', (text) => {
          err += text
        })
        one.on('exit', (code) => (code === 0 ? done(out.trim()) : failed(new Error(`${args.join(' ')} ended with ${code}: ${err}`))))
      }),
    pause,
    async stop() {
      await pause()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The host of a place (`host`, PASSWORD), so that those who come are members and no founders. */
export const settleHost = ({ command }: Pick<Site, 'command'>): Promise<string> =>
  command('member', 'create', '--handle', 'host', '--email', 'host@example.org', '--password', PASSWORD, '--role', 'admin')

/** The same with a host: a copy of the one that `template.ts` has made, since a first start costs more than a journey. */
export async function openPlace(settings: Record<string, string> = {}): Promise<Site> {
  const template = process.env[TEMPLATE]
  const dataDir = emptyFolder()
  if (template) execFileSync('cp', ['-a', `${template}/.`, dataDir])
  const site = await openSite(settings, dataDir)
  if (!template) await settleHost(site)
  return site
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
