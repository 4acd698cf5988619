import { SingleBar } from 'cli-progress'
import { WrongSettings } from '#ground/config/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { say } from '#pure/words/index.ts'

export interface Progress {
  total(count: number): void
  step(count?: number): void
  end(): void
}

const EVERY_MS = 5_000

/** A bar on a terminal, a plain line every few seconds otherwise; always on stderr. */
export function progress(label: string): Progress {
  if (process.stderr.isTTY) {
    const bar = new SingleBar({ format: `${label} {bar} {value}/{total} · {eta_formatted}`, hideCursor: true, stream: process.stderr })
    return { total: (count) => bar.start(count, 0), step: (count = 1) => bar.increment(count), end: () => bar.stop() }
  }
  let total = 0
  let done = 0
  let saidAt = performance.now()
  const line = () => process.stderr.write(`${label}: ${done}/${total}\n`)
  return {
    total(count) {
      total = count
      line()
    },
    step(count = 1) {
      done += count
      if (performance.now() - saidAt < EVERY_MS) return
      saidAt = performance.now()
      line()
    },
    end: line,
  }
}

export function print(result: object, { json }: { json?: boolean }, plain: string): void {
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${plain}\n`)
}

/** One sentence and an exit code: 2 for what the caller got wrong, 1 for what went wrong. */
export function complain(error: unknown): never {
  if (error instanceof WrongSettings) {
    for (const sentence of error.sentences) process.stderr.write(`${sentence}\n`)
    process.exit(2)
  }
  if (error instanceof Refusal) {
    process.stderr.write(`${say('en', `problem.${error.code}`, error.facts)}\n`)
    process.exit(2)
  }
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  process.exit(1)
}
