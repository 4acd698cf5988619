import { after, type Instant, millisecondsBetween, SECOND } from '#ground/clock/index.ts'
import type { Tx } from '#ground/database/index.ts'
import type { Ground, Subject } from '#ground/feature.ts'
import { contentHash } from '#ground/ids/index.ts'
import { type Leg, switchboard } from './engines/choose.ts'
import { batches, type Engine, EngineFault } from './engines/engine.ts'
import { askEngineFor, type Verdict } from './engines/guard.ts'
import { closeRequests, leaveRequests, openRequests } from './queries/engine-requests.ts'
import { countCharacters, giveBackCharacters, takeCharacters } from './queries/engine-use.ts'
import { cached, keepCached } from './queries/machine.ts'

const QUOTA_PAUSE_SECONDS = 3600
/** Between an answer and its being kept. */
const GRACE = 5 * SECOND

/**
 * What one engine says of masked texts, by text. A text that was asked before costs nothing, nor does one that is being asked in this
 * process at the moment; an answer that was refused is not asked for again. Each call's answers are kept before the next is sent. Throws
 * EngineFault; `asked` while another process asks for one of them.
 */
export async function askEngine(ground: Ground, leg: Leg, subject: Subject, texts: readonly string[], signal: AbortSignal): Promise<Map<string, string>> {
  const { engine, from, to } = leg
  if (engine.instant) return askAtOnce(leg, [...new Set(texts)], signal)
  const { underway } = switchboard(ground)
  const keys = new Map([...new Set(texts)].map((text) => [text, contentHash(['2', engine.name, engine.version, from, to, text].join('\0'))]))
  const busy = () => [...keys.values()].flatMap((key) => underway.get(key) ?? [])
  while (busy().length > 0) await Promise.allSettled(busy())
  const work = askMissing(ground, leg, subject, keys, signal)
  for (const key of keys.values()) underway.set(key, work)
  try {
    return await work
  } finally {
    for (const key of keys.values()) underway.delete(key)
  }
}

async function askAtOnce({ engine, from, to }: Leg, texts: readonly string[], signal: AbortSignal): Promise<Map<string, string>> {
  const verdicts = await askEngineFor(engine, texts, from, to, signal)
  return new Map(texts.map((text, i) => [text, said(verdicts[i])]))
}

/** `keys` are texts with their places in the cache. */
async function askMissing(ground: Ground, leg: Leg, subject: Subject, keys: ReadonlyMap<string, string>, signal: AbortSignal): Promise<Map<string, string>> {
  const known = await cached(ground.db.q, [...keys.values()])
  const take = (text: string): string => said(known.get(keys.get(text) ?? ''))
  const missing = [...keys].flatMap(([text, key]) => (known.has(key) ? [] : [text]))
  for (const [text, key] of keys) if (known.has(key)) take(text)
  for (const batch of batches(missing, leg.engine.most)) {
    const asked = new Map(batch.map((text) => [keys.get(text) ?? '', text]))
    for (const [key, verdict] of await askOnce(ground, leg, subject, asked, signal)) known.set(key, verdict)
    batch.forEach(take)
  }
  return new Map([...keys.keys()].map((text) => [text, take(text)]))
}

const LOST: Verdict = { refused: 'missing' }
function said({ text, refused = '' }: Verdict = LOST): string {
  if (text === undefined) throw new EngineFault('answer', refused)
  return text
}
const charactersOf = (texts: Iterable<string>): number => [...texts].reduce((sum, text) => sum + text.length, 0)

/**
 * One call for texts by their places in the cache. It is written down before it is sent; its answers and what they cost are kept at once. So a
 * process that is killed leaves behind at most what it was asking for: that is asked again, under the same name, when its time is over.
 */
async function askOnce(ground: Ground, leg: Leg, subject: Subject, texts: ReadonlyMap<string, string>, signal: AbortSignal): Promise<Map<string, Verdict>> {
  const { db, clock } = ground
  const { engine } = leg
  const breaker = switchboard(ground).breaker(engine)
  if (!breaker.admit()) throw new EngineFault('busy', `${engine.name} pauses`, { waitSeconds: breaker.pausesFor() })
  const now = clock.now()
  const month = now.toISOString().slice(0, 7)
  const written = await db
    .transaction((tx) => writeDown(tx, ground, engine, texts, now))
    .catch((error: unknown) => {
      if (error instanceof EngineFault) breaker.succeeded()
      throw error
    })
  const { answered, missing, call } = written
  if (missing.size === 0) {
    breaker.succeeded()
    return answered
  }
  const hashes = [...missing.keys()]
  const characters = charactersOf(missing.values())
  try {
    const verdicts = await callEngine(ground, leg, [...missing.values()], signal, call)
    const said = new Map(hashes.map((hash, i) => [hash, verdicts[i] ?? LOST]))
    await db.transaction(async (tx) => {
      const at = clock.now()
      await keepCached(tx, subject, said, at)
      const refused = [...said.values()].filter((verdict) => verdict.refused !== undefined).length
      await countCharacters(tx, at.toISOString().slice(0, 10), engine.name, characters, refused)
      await closeRequests(tx, hashes)
    })
    return new Map([...answered, ...said])
  } catch (error) {
    // What cannot be kept was answered all the same: it stays written down, and its name is used again.
    const isUnheard = !(error instanceof EngineFault) || error.unheard
    await db.transaction(async (tx) => {
      if (error instanceof EngineFault && !engine.free) await giveBackCharacters(tx, month, characters)
      await (isUnheard ? leaveRequests(tx, hashes, clock.now()) : closeRequests(tx, hashes))
    })
    throw error
  }
}

interface Written {
  /** Said to another process in the meantime. */
  answered: Map<string, Verdict>
  missing: Map<string, string>
  call: string
}

/** Throws EngineFault `asked` while another process asks for one of them, and `budget`: then nothing is written. */
async function writeDown(tx: Tx, { ids, config }: Ground, engine: Engine, texts: ReadonlyMap<string, string>, now: Instant): Promise<Written> {
  const hashes = [...texts.keys()]
  const until = after(now, engine.longestMs + GRACE)
  const opened = await openRequests(tx, hashes, { fresh: ids.next(), now, until })
  if (opened.taken) throw new EngineFault('asked', 'another process asks', { waitSeconds: Math.ceil(millisecondsBetween(now, opened.taken) / SECOND) })
  const answered = await cached(tx, hashes)
  await closeRequests(tx, [...answered.keys()])
  const missing = new Map([...texts].filter(([hash]) => !answered.has(hash)))
  const characters = charactersOf(missing.values())
  if (!engine.free && characters > 0 && !(await takeCharacters(tx, now.toISOString().slice(0, 7), characters, config.TRANSLATE_MONTHLY_CHARACTERS)))
    throw new EngineFault('budget', 'the budget of this month is used up')
  return { answered, missing, call: opened.call }
}

/** Tells the breaker how it went. An answer that is of no use as a whole is a verdict on each text. */
async function callEngine(ground: Ground, { engine, from, to }: Leg, texts: string[], signal: AbortSignal, call: string): Promise<Verdict[]> {
  const breaker = switchboard(ground).breaker(engine)
  try {
    const verdicts = await askEngineFor(engine, texts, from, to, signal, call)
    breaker.succeeded()
    ground.metrics.engines.inc({ engine: engine.name, outcome: verdicts.some(({ refused }) => refused !== undefined) ? 'answer' : 'done' })
    return verdicts
  } catch (error) {
    const fault = error instanceof EngineFault ? error : undefined
    ground.metrics.engines.inc({ engine: engine.name, outcome: fault?.kind ?? 'broken' })
    // It answered, only not well enough: it is alive, and it was paid.
    if (fault?.kind === 'answer') {
      breaker.succeeded()
      return texts.map(() => ({ refused: fault.message.slice(0, 200) }))
    }
    if (fault?.kind === 'pair') breaker.succeeded()
    else if (fault?.kind === 'quota') breaker.failed(fault.waitSeconds ?? QUOTA_PAUSE_SECONDS)
    else breaker.failed(fault?.waitSeconds)
    throw error
  }
}
