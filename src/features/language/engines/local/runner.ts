import { type ChildProcess, fork } from 'node:child_process'
import { EngineFault } from '../engine.ts'
import type { ModelFiles } from './models.ts'

export interface Sent {
  files: ModelFiles
  texts: readonly string[]
}
export type Said = { texts: string[]; fault?: never } | { fault: string; isLoaded: boolean; texts?: never }
/** `isOver`: the process ends after this answer. */
type Answer = Said & { isOver: boolean }

export interface RunnerSettings {
  /** The program of the processes. */
  program: URL
  /** Models, and so processes, at once. */
  mostModels: number
  /** Beyond this a process is ended after its call. */
  mostBytes: number
  idleMs: number
}

export interface Runner {
  /** One call at a time, until the deadline: that ends the process which is at work on this call. Throws EngineFault `busy`. */
  call(sent: Sent, deadline: AbortSignal): Promise<Said>
  /** Of the processes, the one used last at the end. */
  pids(): number[]
  /** Ends them all; the next call starts another. */
  end(): void
}

/** Memory of a process beside that of WebAssembly. */
const HEAP_MEGABYTES = 256

/**
 * A process for each model: started by the first call for it, again after it ended or was killed; ended when a call takes too long, or when
 * another model wants its place.
 */
export function makeRunner({ program, mostModels, mostBytes, idleMs }: RunnerSettings): Runner {
  /** By path of the model; the one used last is the last. */
  const processes = new Map<string, ChildProcess>()
  let lastTurn: Promise<void> = Promise.resolve()

  function start(): ChildProcess {
    const started = fork(program, [mostBytes, idleMs].map(String), { execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`], env: {}, stdio: 'ignore' })
    started.on('error', () => {})
    started.on('exit', () => forget(started))
    return started
  }
  function forget(child: ChildProcess): void {
    for (const [model, one] of processes) if (one === child) processes.delete(model)
  }
  function kill(child: ChildProcess): void {
    forget(child)
    child.kill('SIGKILL')
  }
  function processFor({ model }: ModelFiles): ChildProcess {
    const child = processes.get(model) ?? start()
    processes.delete(model)
    processes.set(model, child)
    const [oldest] = processes.values()
    if (oldest && processes.size > mostModels) kill(oldest)
    return child
  }
  function ask(sent: Sent, deadline: AbortSignal): Promise<Said> {
    const child = processFor(sent.files)
    return new Promise((resolve, reject) => {
      const settle = (how: () => void): void => {
        child.off('message', said).off('exit', ended)
        deadline.removeEventListener('abort', late)
        hold(child, false)
        how()
      }
      const said = (answer: unknown): void => {
        if ((answer as Answer).isOver) forget(child)
        settle(() => resolve(answer as Said))
      }
      const late = (): void => {
        kill(child)
        settle(() => reject(new EngineFault('busy', 'the engine took too long')))
      }
      // Status 0: it had been idle and was on its way out when it was asked.
      const ended = (status: number | null): void =>
        settle(() => (status === 0 ? resolve(ask(sent, deadline)) : reject(new EngineFault('busy', 'the engine was ended'))))
      child.once('message', said).once('exit', ended)
      deadline.addEventListener('abort', late, { once: true })
      hold(child, true)
      child.send(sent, () => {})
    })
  }
  return {
    pids: () => [...processes.values()].flatMap(({ pid }) => pid ?? []),
    end() {
      for (const child of [...processes.values()]) kill(child)
    },
    async call(sent, deadline) {
      const { promise: turn, resolve: done } = Promise.withResolvers<void>()
      const before = lastTurn
      lastTurn = before.then(() => turn)
      try {
        await Promise.race([abortOf(deadline), before])
        return await ask(sent, deadline)
      } finally {
        done()
      }
    },
  }
}

/** Whether an unanswered call keeps this process alive; an idle engine does not. */
function hold(child: ChildProcess, isHeld: boolean): void {
  for (const one of [child, child.channel]) isHeld ? one?.ref() : one?.unref()
}

const abortOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const late = () => reject(new EngineFault('busy', 'the engine is behind'))
    if (signal.aborted) late()
    else signal.addEventListener('abort', late, { once: true })
  })
