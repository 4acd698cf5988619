import { spawn } from 'node:child_process'
import { type Engine, EngineFault, type Pair } from './engine.ts'

export interface CommandSettings {
  name: string
  /** Program and arguments, as they are run; nothing of a text is ever among them. */
  command: readonly [string, ...string[]]
  pairs: readonly Pair[]
  deadlineMs?: number
}

const DEADLINE = 20_000
const MOST_OUTPUT = 2 * 1024 * 1024
/** A bare environment: a program that reads strangers' texts has no business with our settings. */
const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }

/**
 * Node's end of a child's standard input is a socket, and programs that open /dev/stdin (Apertium does) cannot open one; behind `cat` it is a pipe.
 * The script is fixed; program and arguments are its parameters and are not read by the shell.
 */
const BEHIND_A_PIPE = ['-c', 'cat | "$@"', 'engine']
const NOT_FOUND = [126, 127]

/** A program that reads text on standard input and writes its translation, such as `apertium -u eng-spa`. */
export function command(settings: CommandSettings): Engine {
  const { name, pairs } = settings
  return {
    name,
    version: `command:${settings.command.join(' ')}`,
    pairs,
    most: { texts: 200, bytes: 60_000 },
    longestMs: 2 * (settings.deadlineMs ?? DEADLINE),
    async translate(texts, _from, _to, signal) {
      if (texts.length === 0) return []
      // An empty line ends a sentence for such programs, so texts stay apart. Where they did not, each is asked alone.
      const together = (await run(settings, texts.join('\n\n'), signal)).trim().split(/\n\s*\n/)
      if (together.length === texts.length) return together.map(oneLine)
      const each: string[] = []
      for (const text of texts) each.push(oneLine(await run(settings, text, signal)))
      return each
    },
  }
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim()

function run({ command: [program, ...options], deadlineMs = DEADLINE }: CommandSettings, text: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    // A group of its own: pipelines of such programs end as a whole.
    const child = spawn('/bin/sh', [...BEHIND_A_PIPE, program, ...options], { env: ENVIRONMENT, detached: true, stdio: ['pipe', 'pipe', 'ignore'] })
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)])
    const parts: Buffer[] = []
    let size = 0
    const end = (fault: EngineFault): void => {
      if (child.pid !== undefined) kill(child.pid)
      reject(fault)
    }
    const late = (): void => end(new EngineFault('busy', 'the program took too long'))
    deadline.addEventListener('abort', late, { once: true })
    child.on('error', () => end(new EngineFault('key', 'programs cannot be run here')))
    child.stdin.on('error', () => {})
    child.stdout.on('data', (part: Buffer) => {
      size += part.length
      if (size > MOST_OUTPUT) end(new EngineFault('answer', 'the program wrote too much'))
      else parts.push(part)
    })
    child.on('close', (code) => {
      deadline.removeEventListener('abort', late)
      if (code === 0) resolve(Buffer.concat(parts).toString('utf8'))
      else if (NOT_FOUND.includes(code ?? 0)) reject(new EngineFault('key', `${program} cannot be run`))
      else reject(new EngineFault('busy', `the program ended with ${code}`))
    })
    child.stdin.end(`${text}\n`)
  })
}

function kill(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It ended by itself in the meantime.
  }
}
