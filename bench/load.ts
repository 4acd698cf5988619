/** Load on one server on loopback, from this process: at a fixed rate, and as fast as it goes. */
import { cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'undici'
import { ascending, quantile } from './table.ts'

export interface Ask {
  path: string
  headers?: Record<string, string>
}

export interface Measured {
  /** Milliseconds; at a fixed rate counted from when the request was due, so that a stall is not left out. */
  p50: number
  p99: number
  perSecond: number
  answered: number
  /** Answers that were not 2xx, lost ones, and those not sent because too many were open. */
  failed: number
}

const MOST_OPEN = 200
const CONNECTIONS = 64

export function client(url: string, connections = CONNECTIONS): Pool {
  if (new URL(url).hostname !== '127.0.0.1') throw new Error('Load goes to 127.0.0.1 only.')
  return new Pool(url, { connections, pipelining: 1, keepAliveTimeout: 4000, headersTimeout: 30_000, bodyTimeout: 30_000 })
}

async function ask(pool: Pool, { path, headers = {} }: Ask): Promise<boolean> {
  try {
    const { statusCode, body } = await pool.request({ method: 'GET', path, headers })
    await body.dump({ limit: 10_000_000 })
    return statusCode >= 200 && statusCode < 300
  } catch {
    return false
  }
}

/** `asks` in turn, `rate` a second for `seconds`. */
export async function atRate(pool: Pool, asks: Ask[], { rate, seconds }: { rate: number; seconds: number }): Promise<Measured> {
  const times: number[] = []
  let failed = 0
  const open = new Set<Promise<void>>()
  const start = performance.now()
  for (let i = 0; i < rate * seconds; i += 1) {
    const due = start + (i * 1000) / rate
    const wait = due - performance.now()
    if (wait > 1) await pause(wait)
    if (open.size >= MOST_OPEN) {
      failed += 1
      continue
    }
    const one = ask(pool, asks[i % asks.length] as Ask).then((isGood) => {
      if (isGood) times.push(performance.now() - due)
      else failed += 1
      open.delete(one)
    })
    open.add(one)
  }
  await Promise.all(open)
  return measured(times, failed, performance.now() - start)
}

/** `asks` in turn on `connections` connections, each as soon as the one before was answered. */
export async function asFastAsItGoes(url: string, asks: Ask[], { connections, seconds }: { connections: number; seconds: number }): Promise<Measured> {
  const pool = client(url, connections)
  const times: number[] = []
  let failed = 0
  let next = 0
  const start = performance.now()
  const one = async () => {
    while (performance.now() - start < seconds * 1000) {
      const sent = performance.now()
      next += 1
      if (await ask(pool, asks[next % asks.length] as Ask)) times.push(performance.now() - sent)
      else failed += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  const total = performance.now() - start
  await pool.close()
  return measured(times, failed, total)
}

function measured(times: number[], failed: number, ms: number): Measured {
  const sorted = ascending(times)
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), perSecond: times.length / (ms / 1000), answered: times.length, failed }
}

/** Busy share of all cores that counts as calm, looked at so often, so many times in a row; and how long is waited for it. */
const CALM = { share: 0.1, everyMs: 2000, times: 5, mostMs: 600_000 } as const

function busyOf(): { busy: number; all: number } {
  const times = cpus().map((core) => core.times)
  const sum = (of: (core: (typeof times)[number]) => number) => times.reduce((total, core) => total + of(core), 0)
  const busy = sum((core) => core.user + core.nice + core.sys + core.irq)
  return { busy, all: busy + sum((core) => core.idle) }
}

/** Waits until this machine has little else to do: after a load PostgreSQL goes on writing and vacuuming, which belongs to the load. False when it did not come to rest in ten minutes. */
export async function calm(): Promise<boolean> {
  const end = performance.now() + CALM.mostMs
  let before = busyOf()
  for (let times = 0; times < CALM.times; ) {
    if (performance.now() > end) return false
    await pause(CALM.everyMs)
    const now = busyOf()
    times = now.busy - before.busy <= CALM.share * (now.all - before.all) ? times + 1 : 0
    before = now
  }
  return true
}
