import type { Ground, Subject } from '#ground/feature.ts'
import { contentHash } from '#ground/ids/index.ts'
import { type Leg, switchboard } from './engines/choose.ts'
import { batches, type Engine, EngineFault } from './engines/engine.ts'
import { askEngineFor, type Verdict } from './engines/guard.ts'
import { countCharacters, giveBackCharacters, takeCharacters } from './queries/engine-use.ts'
import { cached, keepCached } from './queries/machine.ts'

const QUOTA_PAUSE_SECONDS = 3600

/**
 * What one engine says of masked texts, by text. A text that was asked before costs nothing, nor does one that is being asked in this
 * process at the moment; an answer that was refused is not asked for again. Each call's answers are kept before the next is sent, so whatever
 * stops in between, nothing is paid twice. Throws EngineFault.
 */
export async function askEngine(ground: Ground, leg: Leg, subject: Subject, texts: readonly string[], signal: AbortSignal): Promise<Map<string, string>> {
  const { engine, from, to } = leg
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

/** `keys` are texts with their places in the cache. */
async function askMissing(ground: Ground, leg: Leg, subject: Subject, keys: ReadonlyMap<string, string>, signal: AbortSignal): Promise<Map<string, string>> {
  const known = await cached(ground.db.q, [...keys.values()])
  const said = new Map<string, string>()
  const take = (text: string, verdict: Verdict): void => {
    if (verdict.refused !== undefined) throw new EngineFault('answer', verdict.refused)
    said.set(text, verdict.text)
  }
  const missing: string[] = []
  for (const [text, key] of keys) {
    const verdict = known.get(key)
    if (verdict) take(text, verdict)
    else missing.push(text)
  }
  for (const batch of batches(missing, leg.engine.most)) {
    const verdicts = await callEngine(ground, leg, batch, signal)
    await keepCached(ground.db.q, subject, new Map(batch.map((text, i) => [keys.get(text) ?? '', verdicts[i] ?? LOST])), ground.clock.now())
    await countCall(ground, leg.engine, batch, verdicts)
    for (const [i, text] of batch.entries()) take(text, verdicts[i] ?? LOST)
  }
  return said
}

const LOST: Verdict = { refused: 'missing' }
const charactersOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0)

/** One call, paid from the month's budget; without an answer it is not paid. An answer that is of no use as a whole is a verdict on each text. */
async function callEngine(ground: Ground, { engine, from, to }: Leg, texts: string[], signal: AbortSignal): Promise<Verdict[]> {
  const { db, clock, config } = ground
  const breaker = switchboard(ground).breaker(engine)
  if (!breaker.admit()) throw new EngineFault('busy', `${engine.name} pauses`, breaker.pausesFor())
  const month = clock.now().toISOString().slice(0, 7)
  const characters = charactersOf(texts)
  if (!engine.free && !(await takeCharacters(db.q, month, characters, config.TRANSLATE_MONTHLY_CHARACTERS))) {
    breaker.succeeded()
    throw new EngineFault('budget', 'the budget of this month is used up')
  }
  try {
    const verdicts = await askEngineFor(engine, texts, from, to, signal)
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
    if (!engine.free) await giveBackCharacters(db.q, month, characters)
    if (fault?.kind === 'pair') breaker.succeeded()
    else if (fault?.kind === 'quota') breaker.failed(fault.waitSeconds ?? QUOTA_PAUSE_SECONDS)
    else breaker.failed(fault?.waitSeconds)
    throw error
  }
}

async function countCall({ db, clock }: Ground, engine: Engine, texts: string[], verdicts: readonly Verdict[]): Promise<void> {
  const refused = verdicts.filter((verdict) => verdict.refused !== undefined).length
  await countCharacters(db.q, clock.now().toISOString().slice(0, 10), engine.name, charactersOf(texts), refused)
}
