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
  /** The program of the process. */
  program: URL
  /** Models in memory at once. */
  mostModels: number
  mostBytes: number
  idleMs: number
}

export interface Runner {
  /** One call at a time, until the deadline: that ends the process when it is at work on this call. Throws EngineFault `busy`. */
  call(sent: Sent, deadline: AbortSignal): Promise<Said>
  pid(): number | undefined
  end(): void
}

/** Memory of the process beside that of WebAssembly. */
const HEAP_MEGABYTES = 256

/** A process of its own for the engine: started by the first call, again after it ended or was killed, ended when a call takes too long. */
export function makeRunner({ program, mostModels, mostBytes, idleMs }: RunnerSettings): Runner {
  let child: ChildProcess | undefined
  let lastTurn: Promise<void> = Promise.resolve()

  function start(): ChildProcess {
    const started = fork(program, [mostModels, mostBytes, idleMs].map(String), {
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
      env: {},
      stdio: 'ignore',
    })
    started.on('error', () => {})
    started.on('exit', () => {
      if (child === started) child = undefined
    })
    return started
  }
  function end(): void {
    child?.kill('SIGKILL')
    child = undefined
  }
  function ask(sent: Sent, deadline: AbortSignal): Promise<Said> {
    child ??= start()
    const asked = child
    return new Promise((resolve, reject) => {
      const settle = (how: () => void): void => {
        asked.off('message', said).off('exit', ended)
        deadline.removeEventListener('abort', late)
        hold(asked, false)
        how()
      }
      const said = (answer: unknown): void => {
        if ((answer as Answer).isOver && child === asked) child = undefined
        settle(() => resolve(answer as Said))
      }
      const late = (): void => {
        end()
        settle(() => reject(new EngineFault('busy', 'the engine took too long')))
      }
      // Status 0: it had been idle and was on its way out when it was asked.
      const ended = (status: number | null): void =>
        settle(() => (status === 0 ? resolve(ask(sent, deadline)) : reject(new EngineFault('busy', 'the engine was ended'))))
      asked.once('message', said).once('exit', ended)
      deadline.addEventListener('abort', late, { once: true })
      hold(asked, true)
      asked.send(sent, () => {})
    })
  }
  return {
    pid: () => child?.pid,
    end,
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
