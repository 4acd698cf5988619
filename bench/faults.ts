/** What is lost or doubled when the server or its database is killed while notes and comments are written. Exit 1 when anything is. */
import { parseArgs } from 'node:util'
import { type KillRound, killRounds } from '../tests/faults/kill.harness.ts'
import { openPlace } from './place.ts'
import { ascending, quantile, table } from './table.ts'

/** Seconds until it answers again, by itself (the database) or from its start (the server). */
const AIM_READY = 5

const isServer = ({ killed }: KillRound) => killed === 'server'

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: '50' } } })
  const place = await openPlace()
  try {
    await place.start()
    const { rounds, lost, doubled, unfinished, odd } = await killRounds(place, Number(values.rounds), {
      say: (one, i) => process.stderr.write(`${i + 1} ${one.killed} ready after ${one.seconds.toFixed(2)} s\n`),
    })
    const row = (name: string, some: KillRound[]) => {
      const seconds = ascending(some.map((one) => one.seconds))
      const of = (what: (one: KillRound) => number) => some.reduce((sum, one) => sum + what(one), 0)
      return [name, some.length, of((one) => one.acknowledged), of((one) => one.retried), quantile(seconds, 0.5), quantile(seconds, 1), `≤ ${AIM_READY}`]
    }
    const rows = [
      row('server', rounds.filter(isServer)),
      row(
        'database',
        rounds.filter((one) => !isServer(one)),
      ),
    ]
    process.stdout.write(`${table(['kill -9 of the', 'rounds', 'acknowledged', 'retried', 'ready p50 s', 'ready most s', 'aim'], rows)}\n\n`)
    process.stdout.write(
      `${table(
        ['', 'found', 'aim'],
        [
          ['acknowledged and lost', lost.length, '0'],
          ['doubled', doubled.length, '0'],
          ['not in lists or search in the end', unfinished.length, '0'],
        ],
      )}\n`,
    )
    if (odd.size > 0) process.stdout.write(`Answers other than 2xx and 503: ${[...odd].map(([status, count]) => `${status} × ${count}`).join(', ')}\n`)
    return lost.length + doubled.length + unfinished.length > 0 ? 1 : 0
  } finally {
    await place.close()
  }
}
