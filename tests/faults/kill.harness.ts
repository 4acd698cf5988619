/** A stream of writes against a place whose processes are killed, and the count of what is there afterwards. */
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { type Seat, seat } from '../../bench/member.ts'
import type { Place } from '../../bench/place.ts'

const WRITERS = 4
const AGAIN_MS = 50
const ASK_MS = 15_000
/** How long writes go on before a kill, and after it is ready again. */
const STREAM_MS = 700

export interface Written {
  key: string
  kind: 'note' | 'comment'
  /** Occurs in this write alone. */
  text: string
  /** Every id that was answered for the key. */
  ids: Set<string>
  tries: number
}

export interface Stream {
  /** In the order of their acknowledgement. */
  readonly acknowledged: readonly Written[]
  /** Counts of answers other than 2xx and 503. */
  readonly odd: ReadonlyMap<number, number>
  /** Lets what is under way end well, retries included, and begins nothing new. */
  end(): Promise<void>
}

/** Sends one write until it is acknowledged, always with the same key. */
async function acknowledge(place: Place, author: Seat, path: string, one: Written, body: object, odd: Map<number, number>): Promise<void> {
  for (;;) {
    one.tries += 1
    try {
      const answer = await fetch(`${place.url}/api/commonplace/v1${path}`, {
        method: 'POST',
        headers: { ...author.program, 'content-type': 'application/json', 'idempotency-key': one.key },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(ASK_MS),
      })
      if (answer.ok) {
        one.ids.add(((await answer.json()) as { id: string }).id)
        return
      }
      if (answer.status !== 503) odd.set(answer.status, (odd.get(answer.status) ?? 0) + 1)
      await answer.text()
    } catch {
      // Cut off or refused: nobody knows whether it was written.
    }
    await pause(AGAIN_MS)
  }
}

/** Starts writers that publish notes and comment on them, one after the other each, until told to end. */
export function startStream(place: Place, author: Seat, name: string): Stream {
  const acknowledged: Written[] = []
  const odd = new Map<number, number>()
  let isEnding = false
  let count = 0
  async function write(kind: Written['kind'], path: string, bodyOf: (text: string) => object): Promise<string> {
    count += 1
    const text = `${name} write ${count} end`
    const one: Written = { key: `${name}-${count}`, kind, text, ids: new Set(), tries: 0 }
    await acknowledge(place, author, path, one, bodyOf(text), odd)
    acknowledged.push(one)
    return [...one.ids][0] as string
  }
  async function writer(): Promise<void> {
    while (!isEnding) {
      const note = await write('note', '/notes', (text) => ({ title: text, body: '', topics: ['post-punk'], visibility: 'public' }))
      if (!isEnding) await write('comment', `/notes/${note}/comments`, (text) => ({ body: text }))
    }
  }
  const writers = Promise.all(Array.from({ length: WRITERS }, writer))
  return {
    acknowledged,
    odd,
    async end() {
      isEnding = true
      await writers
    },
  }
}

export interface KillRound {
  killed: 'server' | 'database'
  /** Until it was ready again and stayed so. */
  seconds: number
  acknowledged: number
  retried: number
}

export interface Killed {
  rounds: KillRound[]
  /** Texts that were acknowledged and are not there, are there twice, or never reached lists and search. */
  lost: string[]
  doubled: string[]
  unfinished: string[]
  odd: Map<number, number>
}

interface Options {
  /** Waits until jobs of killed workers have come back, which takes a minute (their heartbeat and the queue's own round). */
  finish?: boolean
  say?: (round: KillRound, i: number) => void
}

/** Odd rounds kill the server, even ones the database. */
export async function killRounds(place: Place, count: number, { finish = true, say = () => {} }: Options = {}): Promise<Killed> {
  const author = await place.withDatabase((db) => seat(db, 'writer'))
  const written: Written[] = []
  const rounds: KillRound[] = []
  const odd = new Map<number, number>()
  for (let i = 0; i < count; i += 1) {
    const killed = i % 2 === 0 ? 'server' : 'database'
    const stream = startStream(place, author, `round${i}`)
    await pause(STREAM_MS)
    const since = performance.now()
    if (killed === 'server') {
      await place.killServer()
      await place.start()
    } else place.killDatabase()
    const seconds = await place.readyAgain(since)
    await pause(STREAM_MS)
    await stream.end()
    written.push(...stream.acknowledged)
    for (const [status, times] of stream.odd) odd.set(status, (odd.get(status) ?? 0) + times)
    const round = { killed, seconds, acknowledged: stream.acknowledged.length, retried: stream.acknowledged.filter((one) => one.tries > 1).length } as const
    rounds.push(round)
    say(round, i)
  }
  return { rounds, odd, ...(await place.withDatabase((db) => audit(db, written, { finish }))) }
}

/** Compares what was acknowledged with what the tables hold. */
export async function audit(db: pg.Client, written: readonly Written[], { finish = true } = {}): Promise<Pick<Killed, 'lost' | 'doubled' | 'unfinished'>> {
  const { rows } = await db.query<{ id: string; text: string }>(
    `select n.id, l.title || l.body as text from notes n join layers l on l.subject_id = n.id::text and l.origin = 'original'`,
  )
  const byText = new Map<string, string[]>()
  for (const { id, text } of rows) byText.set(text, [...(byText.get(text) ?? []), id])
  const lost = written.filter((one) => ![...one.ids].every((id) => byText.get(one.text)?.includes(id))).map((one) => one.text)
  const doubled = written.filter((one) => one.ids.size > 1 || (byText.get(one.text)?.length ?? 0) > 1).map((one) => one.text)
  return { lost, doubled: [...doubled, ...(await wrongCounts(db))], unfinished: finish ? await unfinished(db, written) : [] }
}

/** Notes whose count of comments is not the number of their comments. */
async function wrongCounts(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ id: string; told: number; counted: number }>(
    `select n.id, n.comment_count as told, (select count(*)::int from notes c where c.root_id = n.id and c.kind = 'comment') as counted from notes n where n.kind <> 'comment'`,
  )
  return rows.filter((row) => row.told !== row.counted).map((row) => `${row.id} tells ${row.told} comments and has ${row.counted}`)
}

/** A job whose worker was killed comes back after its heartbeat (30 s) is missed. */
const MOST_WAIT_MS = 180_000

async function unfinished(db: pg.Client, written: readonly Written[]): Promise<string[]> {
  const since = performance.now()
  for (;;) {
    const { rows } = await db.query<{ kind: string; id: string }>(
      `select kind, id from search_documents union all select 'feed', note_id::text from feed_notes`,
    )
    const there = new Set(rows.map((row) => `${row.kind} ${row.id}`))
    const missing = written.filter(({ kind, ids }) => [...ids].some((id) => !there.has(`${kind} ${id}`) || (kind === 'note' && !there.has(`feed ${id}`))))
    if (missing.length === 0 || performance.now() - since > MOST_WAIT_MS) return missing.map((one) => one.text)
    await pause(500)
  }
}
