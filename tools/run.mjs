#!/usr/bin/env node
// The one file for the host's own Node (20 or newer): installs when the lockfile changed, goes on in Node 24,
// builds the site when its sources changed. Plain JavaScript and `node:` modules only, for nothing is installed yet.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))))
const at = (...parts) => join(root, ...parts)
const LEAST_NODE = 24
const INSTALLED = at('node_modules/.commonplace-lock')
const BUILT = at('build/.sources-hash')
const SITE_SOURCES = ['src/faces/web', 'src/pure', 'vite.config.ts', 'package-lock.json']

/** Ends the program with a sentence for the host. */
class Stop extends Error {
  constructor(message, code = 1) {
    super(message)
    this.code = code
  }
}

const say = (line) => process.stderr.write(`${line}\n`)
const textOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')
const sha256 = (text) => createHash('sha256').update(text).digest('hex')

const running = new Set()
const forwarded = new Set()
/** Set when a signal came while nothing ran that it could be handed to. */
let stopped = null

/** Each signal goes to the child once; from a terminal the child has had SIGINT already. */
function forwardSignals() {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
    process.on(signal, () => {
      stopped = signal
      if (forwarded.has(signal)) return
      forwarded.add(signal)
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      for (const child of running) child.kill(signal)
    })
  }
}

/** npm's shell may be ended without telling us; nobody would stop the server then. */
function watchParent() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stopped = 'SIGTERM'
    for (const child of running) child.kill('SIGTERM')
  }, 500)
  timer.unref()
}

/** Runs a program to its end. Answers its exit code (128 + signal when it was ended) and, unless inherited, what it said. */
function run(command, args, { stdio = 'inherit', env = {}, cwd = root } = {}) {
  if (stopped) throw new Stop('', 128 + constants.signals[stopped])
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio, env: { ...process.env, ...env } })
    running.add(child)
    const said = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      running.delete(child)
      resolve({ code: code ?? 128 + constants.signals[signal], said: Buffer.concat(said).toString() })
    })
  })
}

/** Does `work` while no other process of this clone does; a lock whose owner is dead is taken over. */
async function alone(name, work) {
  mkdirSync(at('.cache'), { recursive: true })
  const lock = at('.cache', `${name}.lock`)
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (!isAlive(lock)) rmSync(lock, { force: true })
      else await sleep(200)
    }
    if (stopped) throw new Stop('', 128 + constants.signals[stopped])
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function isAlive(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    // Just made, its number not yet written.
    if (!pid) return Date.now() - statSync(lock).mtimeMs < 5000
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

async function install() {
  const wanted = sha256(textOf(at('package-lock.json')) + textOf(at('package.json')))
  const done = () => textOf(INSTALLED).trim() === wanted
  if (done()) return
  await alone('install', async () => {
    if (done()) return
    if (!isInstalled()) {
      say('Installing packages…')
      const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
      const args = [...npm.slice(1), 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--include=optional']
      const { code, said } = await run(npm[0], args, { stdio: ['ignore', 'pipe', 'pipe'] })
      if (code !== 0) throw new Stop(`${faultsOf(said)}\nThe packages could not be installed.`, code)
    }
    writeFileSync(INSTALLED, `${wanted}\n`)
  })
}

/** What npm says of a failure, without its warnings and its list of options. */
function faultsOf(said) {
  const lines = said.split('\n').filter((line) => line.startsWith('npm error'))
  const options = lines.indexOf('npm error Usage:')
  return lines.slice(0, options === -1 ? undefined : options).join('\n') || said
}

/** True when npm's own note of what lies in node_modules agrees with the lockfile (packages for other machines aside). */
function isInstalled() {
  try {
    const lock = JSON.parse(textOf(at('package-lock.json'))).packages
    const here = JSON.parse(textOf(at('node_modules/.package-lock.json'))).packages
    const own = JSON.parse(textOf(at('package.json')))
    const asked = (list) =>
      ['dependencies', 'devDependencies', 'optionalDependencies'].map((kind) => JSON.stringify(Object.entries(list[kind] ?? {}).sort())).join()
    if (asked(own) !== asked(lock[''])) return false
    return Object.entries(lock).every(
      ([path, wanted]) => path === '' || here[path]?.version === wanted.version || (wanted.optional === true && !isForThisMachine(wanted)),
    )
  } catch {
    return false
  }
}

function isForThisMachine({ os, cpu, libc }) {
  if (!os && !cpu) return false
  // A list or one word, each perhaps with a `!` before it.
  const fits = (words, value) => {
    const list = [words ?? []].flat()
    return list.includes(value) || (list.every((one) => one.startsWith('!')) && !list.includes(`!${value}`))
  }
  const ownLibc = () => (process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl')
  return fits(os, process.platform) && fits(cpu, process.arch) && (!libc || fits(libc, ownLibc()))
}

/** Path of a Node that strips types: the host's, else the one from the packages. */
function modernNode() {
  if (Number(process.versions.node.split('.')[0]) >= LEAST_NODE) return process.execPath
  const ours = [at('node_modules', `node-${process.platform}-${process.arch}`, 'bin/node'), at('node_modules/.bin/node')].find((path) => existsSync(path))
  if (!ours)
    throw new Stop(
      `Commonplace needs Node ${LEAST_NODE} or newer. There is none for ${process.platform}-${process.arch} among its packages: please install it.`,
    )
  return ours
}

/** Hash of everything the site is built from. Contents are read again only where size or time of change differ. */
function siteHash() {
  const note = at('.cache/site-sources.json')
  const before = readNote(note)
  const now = {}
  const look = (path) => {
    const found = statSync(at(path), { throwIfNoEntry: false })
    if (!found) return
    if (found.isDirectory()) for (const name of readdirSync(at(path)).sort()) look(`${path}/${name}`)
    else if (!/\.test\.ts$|\.md$|(^|\/)\.svelte-kit\//.test(path)) {
      const stamp = `${found.mtimeMs} ${found.size}`
      now[path] = before[path]?.stamp === stamp ? before[path] : { stamp, hash: sha256(readFileSync(at(path))) }
    }
  }
  for (const path of SITE_SOURCES) look(path)
  mkdirSync(at('.cache'), { recursive: true })
  writeFileSync(note, JSON.stringify(now))
  return sha256(
    Object.entries(now)
      .map(([path, { hash }]) => `${path} ${hash}`)
      .join('\n'),
  )
}

function readNote(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}

async function buildSite(node) {
  if (!existsSync(at('vite.config.ts'))) return
  const done = () => existsSync(at('build/handler.js')) && textOf(BUILT).trim() === siteHash()
  if (done()) return
  await alone('build', async () => {
    if (done()) return
    say('Building the site…')
    const hash = siteHash()
    const { code, said } = await run(node, [at('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { NODE_ENV: 'production' },
    })
    if (code !== 0) throw new Stop(`${said}\nThe site could not be built.`)
    writeFileSync(BUILT, `${hash}\n`)
  })
}

/** Browser journeys run when nothing narrower was asked for. */
function wantsBrowser(args) {
  const isAsked = args.length === 0 || args.some((arg) => arg.includes('browser')) || args.every((arg) => arg.startsWith('-') && !arg.startsWith('--project'))
  return isAsked && existsSync(at('tests/browser')) && readdirSync(at('tests/browser')).some((name) => name.endsWith('.test.ts'))
}

const tools = { test: 'tools/run-tests.ts', check: 'tools/check.ts', bench: 'bench/index.ts', 'new-feature': 'tools/new-feature.ts' }

async function main([word = '--help', ...args]) {
  forwardSignals()
  watchParent()
  await install()
  const node = modernNode()
  if (word === 'start' || word === 'bench' || (word === 'test' && wantsBrowser(args))) await buildSite(node)
  const command = tools[word] ? [at(tools[word]), ...args] : [at('src/faces/cli/index.ts'), word === 'start' ? 'serve' : word, ...args]
  const path = [dirname(node), at('node_modules/.bin'), process.env.PATH].join(delimiter)
  // The nursery of objects is 3 × 32 MB by itself, and the C library keeps a heap for each thread: together 80 MB that a place needs for nothing.
  const { code } = await run(node, ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16', ...command], {
    // Compiled once, kept beside the other caches: a second start takes less CPU and memory.
    env: {
      PATH: path,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? at('.cache/compiled'),
      MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2',
    },
    cwd: word === 'start' || tools[word] ? root : process.cwd(),
  })
  return code
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error) => {
    say(error instanceof Stop ? error.message : (error.stack ?? String(error)))
    process.exitCode = error.code > 0 ? error.code : 1
  },
)
