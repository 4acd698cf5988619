/** How long a note that was just published takes to be found by search and to stand in its topic's list. */
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { seat } from './member.ts'
import { openPlace, type Place } from './place.ts'
import { ascending, quantile, table } from './table.ts'

/** Milliseconds. The queue is woken by NOTIFY; its poll is every 2 s. */
const AIM = { p50: 500, p99: 2500 }
const POLL_MS = 10
const MOST_MS = 30_000

async function untilFound(place: Place, headers: Record<string, string>, word: string): Promise<number> {
  const since = performance.now()
  while (performance.now() - since < MOST_MS) {
    const answer = await fetch(`${place.url}/api/commonplace/v1/search?q=${word}&kind=note`, { headers })
    const { items } = (await answer.json()) as { items: unknown[] }
    if (items.length > 0) return performance.now() - since
    await pause(POLL_MS)
  }
  return Number.POSITIVE_INFINITY
}

async function answerTime(url: string): Promise<number> {
  const since = performance.now()
  await (await fetch(url)).text()
  return performance.now() - since
}

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { notes: { type: 'string', default: '60' } } })
  const place = await openPlace()
  try {
    await place.start()
    const writer = await place.withDatabase((db) => seat(db, 'writer'))
    const times: number[] = []
    const alive: number[] = []
    for (let i = 0; i < Number(values.notes); i += 1) {
      const word = `bench${i.toString(36)}x`
      const answer = await fetch(`${place.url}/api/commonplace/v1/notes`, {
        method: 'POST',
        headers: { ...writer.program, 'content-type': 'application/json' },
        body: JSON.stringify({ title: `Note ${word}`, body: 'Published to be found.', topics: ['post-punk'], visibility: 'public' }),
      })
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
      await answer.text()
      times.push(await untilFound(place, writer.program, word))
      alive.push(await answerTime(`${place.url}/health/live`))
    }
    const row = (name: string, list: number[], base: number) => {
      const sorted = ascending(list)
      return [name, quantile(sorted, 0.5), quantile(sorted, 0.99), 1000 / quantile(sorted, 0.5), quantile(sorted, 0.5) / base]
    }
    const base = quantile(ascending(alive), 0.5)
    process.stdout.write(`${table(['', 'p50 ms', 'p99 ms', 'per s', '× live'], [row('/health/live', alive, base), row('published → found', times, base)])}\n`)
    process.stdout.write(`Aim: p50 ≤ ${AIM.p50} ms, p99 ≤ ${AIM.p99} ms.\n`)
    return times.every(Number.isFinite) ? 0 : 1
  } finally {
    await place.close()
  }
}
