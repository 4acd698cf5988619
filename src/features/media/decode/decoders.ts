import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Clock } from '#ground/clock/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import type { Decoded } from './decode.ts'
import type { Answer, Question } from './protocol.ts'

/** The decoder ended or was ended before it answered: the picture may be to blame, or the machine. Worth another try. */
export class DecoderDied extends Error {
  override readonly name = 'DecoderDied'
}

export interface Decoders {
  /** Throws Refusal for a bad picture, DecoderDied when its process did not live to answer. */
  decode(question: Question): Promise<Decoded>
  /** Process ids of the living decoders. */
  pids(): number[]
  /** Ends idle and busy decoders; what was asked is rejected. */
  close(): void
}

export interface DecoderLimits {
  /** Decoders at once. */
  size: number
  /** Wall-clock time for one picture. */
  timeoutMs: number
  /** Writable memory of one decoder, KiB (RLIMIT_DATA: address space alone says nothing, V8 and WebAssembly reserve gigabytes of it). */
  memoryKiB: number
  /** CPU seconds in the life of one decoder. */
  cpuSeconds: number
  /** Pictures after which a decoder is replaced. */
  pictures: number
}

export const decoderLimits: DecoderLimits = { size: 2, timeoutMs: 30_000, memoryKiB: 1_572_864, cpuSeconds: 900, pictures: 200 }

const script = fileURLToPath(new URL('./child.ts', import.meta.url))
const NODE = [
  '--max-old-space-size=256',
  '--permission',
  '--allow-addons',
  '--allow-fs-read=*',
  '--disable-warning=SecurityWarning',
  '--disable-warning=ExperimentalWarning',
  script,
]

interface Task {
  question: Question
  done(decoded: Decoded): void
  failed(error: Error): void
}
interface Decoder {
  process: ChildProcess
  task: Task | null
  pictures: number
  /** Ends the wait for the current picture. */
  answered: AbortController | null
}

interface Pool {
  clock: Clock
  limits: DecoderLimits
  decoders: Set<Decoder>
  waiting: Task[]
}

/** A few limited child processes that decode one picture at a time, made when first needed; idle ones end by themselves. */
export function makeDecoders(clock: Clock, limits: DecoderLimits = decoderLimits): Decoders {
  const pool: Pool = { clock, limits, decoders: new Set(), waiting: [] }
  return {
    decode: (question) =>
      new Promise((done, failed) => {
        pool.waiting.push({ question, done, failed })
        next(pool)
      }),
    pids: () => [...pool.decoders].map((decoder) => decoder.process.pid).filter((pid) => pid !== undefined),
    close() {
      for (const task of pool.waiting.splice(0)) task.failed(new DecoderDied('closed'))
      for (const decoder of pool.decoders) kill(decoder.process)
    },
  }
}

function next(pool: Pool): void {
  while (pool.waiting.length > 0) {
    let free = [...pool.decoders].find((decoder) => decoder.task === null)
    if (!free && pool.decoders.size < pool.limits.size) free = start(pool)
    if (!free) return
    give(pool, free, pool.waiting.shift() as Task)
  }
}

function give({ clock, limits }: Pool, decoder: Decoder, task: Task): void {
  decoder.task = task
  decoder.pictures += 1
  decoder.answered = new AbortController()
  hold(decoder.process, true)
  decoder.process.send(task.question, (error) => {
    if (error) kill(decoder.process)
  })
  clock.sleep(limits.timeoutMs, decoder.answered.signal).then(
    () => kill(decoder.process),
    () => {},
  )
}

function start(pool: Pool): Decoder {
  const child = launch(pool.limits)
  const decoder: Decoder = { process: child, task: null, pictures: 0, answered: null }
  pool.decoders.add(decoder)
  child.on('message', (answer: Answer) => {
    const task = finish(decoder)
    // One that came to the end of its memory may not have all of it back.
    const spent = 'refused' in answer && answer.refused.code === 'picture-too-hard'
    if (spent || decoder.pictures >= pool.limits.pictures) {
      pool.decoders.delete(decoder)
      kill(child)
    } else hold(child, false)
    if (task) settle(task, answer)
    next(pool)
  })
  const ended = (code: number | null) => {
    pool.decoders.delete(decoder)
    const task = finish(decoder)
    // Code 0: it went to rest just when it was asked.
    if (task && code === 0) pool.waiting.unshift(task)
    else task?.failed(new DecoderDied(`the decoder ended (${code ?? child.signalCode})`))
    next(pool)
  }
  child.once('exit', ended)
  child.once('error', () => ended(-1))
  return decoder
}

function finish(decoder: Decoder): Task | null {
  const { task } = decoder
  decoder.task = null
  decoder.answered?.abort()
  return task
}

function settle(task: Task, answer: Answer): void {
  if ('decoded' in answer) task.done(answer.decoded)
  else if ('refused' in answer) task.failed(new Refusal(answer.refused.code, answer.refused.facts))
  else task.failed(new DecoderDied(answer.broken))
}

/** Without inherited environment, in a process group of its own so that Ctrl-C lets it finish, below the server in priority. */
function launch(limits: DecoderLimits): ChildProcess {
  const options = {
    env: { MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    detached: true,
  } satisfies SpawnOptions
  const child =
    process.platform === 'win32'
      ? spawn(process.execPath, NODE, options)
      : spawn(
          '/bin/sh',
          [
            '-c',
            `ulimit -d ${limits.memoryKiB} 2>/dev/null; ulimit -t ${limits.cpuSeconds} 2>/dev/null; ulimit -c 0 2>/dev/null; exec "$0" "$@"`,
            process.execPath,
            ...NODE,
          ],
          options,
        )
  try {
    if (child.pid) setPriority(child.pid, 5)
  } catch {
    // It has ended already, or the system does not allow it.
  }
  hold(child, false)
  return child
}

/** A busy decoder keeps the program alive, an idle one does not. */
function hold(child: ChildProcess, busy: boolean): void {
  if (busy) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}

function kill(child: ChildProcess): void {
  try {
    if (child.pid && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

const pools = new WeakMap<Clock, Decoders>()

/** The decoders of this program: one pool a process (they hold nothing of the house). */
export function decodersOf({ clock }: { clock: Clock }): Decoders {
  const found = pools.get(clock) ?? makeDecoders(clock)
  pools.set(clock, found)
  return found
}
