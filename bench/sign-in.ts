/** Whether the time of an answer tells if an e-mail address has an account here (security A2). */
import { parseArgs } from 'node:util'
import { openSink } from '#features/people/smtp.harness.ts'
import { openPlace, type Place } from './place.ts'
import { ascending, quantile, table } from './table.ts'

/** The medians differ by no more. */
const AIM_MS = 20

async function once(place: Place, path: string, body: object): Promise<{ ms: number; status: number }> {
  const since = performance.now()
  const answer = await fetch(`${place.url}/-/api${path}`, {
    method: 'POST',
    headers: { origin: place.url, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  await answer.text()
  return { ms: performance.now() - since, status: answer.status }
}

/** Known and unknown in turn, so that both meet the same weather. */
async function compare(place: Place, name: string, rounds: number, ask: (email: string, i: number) => Promise<{ ms: number; status: number }>) {
  const known: number[] = []
  const unknown: number[] = []
  const statuses = new Set<string>()
  for (let i = 0; i < rounds; i += 1) {
    const one = await ask('known@example.org', i)
    const other = await ask(`nobody${i}@example.org`, i)
    known.push(one.ms)
    unknown.push(other.ms)
    statuses.add(`${one.status}/${other.status}`)
  }
  const live: number[] = []
  for (let i = 0; i < rounds; i += 1) {
    const since = performance.now()
    await (await fetch(`${place.url}/health/live`)).text()
    live.push(performance.now() - since)
  }
  const median = (list: number[]) => quantile(ascending(list), 0.5)
  const difference = Math.abs(median(known) - median(unknown))
  const same = [...statuses].every((pair) => pair.split('/')[0] === pair.split('/')[1])
  return {
    row: [name, median(known), median(unknown), difference, 1000 / median(known), median(known) / median(live), [...statuses].join(' ')],
    good: difference <= AIM_MS && same,
  }
}

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: '50' } } })
  const sink = await openSink()
  const place = await openPlace({ SMTP_URL: sink.url })
  try {
    await place.start()
    const newcomer = (handle: string, email: string) => ({ handle, email, password: 'a long enough password', languages: ['en'], locale: 'en', adult: true })
    const made = await once(place, '/members', newcomer('known', 'known@example.org'))
    if (made.status >= 300) throw new Error(`signing up answered ${made.status}`)
    await place.withDatabase((db) => db.query(`update members set email = 'known@example.org', pending_email = null, email_confirmed_at = now()`))
    const rounds = Number(values.rounds)
    let handles = 0
    const found = [
      await compare(place, 'sign-in, wrong password', rounds, (login) => once(place, '/session', { login, password: 'not this password' })),
      await compare(place, 'asking for a reset', rounds, (email) => once(place, '/password-resets', { email })),
      await compare(place, 'signing up', rounds, (email) => {
        handles += 1
        return once(place, '/members', newcomer(`newcomer${handles}`, email))
      }),
    ]
    process.stdout.write(
      `${table(
        ['', 'known p50 ms', 'unknown p50 ms', 'apart ms', 'per s', '× live', 'status'],
        found.map(({ row }) => row),
      )}\n`,
    )
    process.stdout.write(`Aim: apart ≤ ${AIM_MS} ms and the same status.\n`)
    return found.every(({ good }) => good) ? 0 : 1
  } finally {
    await place.close()
    await sink.close()
  }
}
