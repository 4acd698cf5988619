import type { Ground, Subject } from '#ground/feature.ts'
import { contentHash } from '#ground/ids/index.ts'
import { languageMatches } from '#pure/lexicon/languages.ts'
import { enginesFor, switchboard } from './engines/choose.ts'
import { type Engine, EngineFault } from './engines/engine.ts'
import { hasWords, translateLines } from './engines/guard.ts'
import type { Wording } from './keep-original.ts'
import { cached, countCharacters, giveBackCharacters, keepCached, takeCharacters } from './queries/machine.ts'

export interface Translation {
  wording: Wording
  engine: string
  version: string
}

const QUOTA_PAUSE_SECONDS = 3600

/**
 * Asks the engines of this pair one after another, in the host's order, line by line so that line breaks stay; lines that were translated
 * before cost nothing. Null when none can: no engine, nothing acceptable, or the month's budget is used up. Throws EngineFault `busy` when
 * one may be able to later. Nothing is sent when both languages are the same.
 */
export async function translateWording(
  ground: Ground,
  subject: Subject,
  wording: Wording,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<Translation | null> {
  if (languageMatches(from, to)) return null
  const board = switchboard(ground)
  let later: EngineFault | undefined
  for (const engine of enginesFor(board, from, to)) {
    const breaker = board.breaker(engine)
    if (!breaker.admit()) {
      later = new EngineFault('busy', `${engine.name} pauses`)
      continue
    }
    try {
      const translated = await byEngine(ground, engine, subject, wording, from, to, signal)
      breaker.succeeded()
      ground.metrics.engines.inc({ engine: engine.name, outcome: 'done' })
      return { wording: translated, engine: engine.name, version: engine.version }
    } catch (error) {
      if (!(error instanceof EngineFault)) {
        breaker.failed()
        throw error
      }
      ground.metrics.engines.inc({ engine: engine.name, outcome: error.kind })
      ground.log.warn({ engine: engine.name, from, to, kind: error.kind }, 'an engine did not translate')
      if (error.kind === 'busy') later = error
      if (error.kind === 'quota') breaker.failed(QUOTA_PAUSE_SECONDS)
      else if (error.kind === 'busy' || error.kind === 'key') breaker.failed()
      // It answered, only not well enough: it is alive.
      else breaker.succeeded()
    }
  }
  if (later) throw later
  return null
}

async function byEngine(ground: Ground, engine: Engine, subject: Subject, wording: Wording, from: string, to: string, signal: AbortSignal): Promise<Wording> {
  const all = [wording.title, wording.warning ?? '', wording.body].join('\n').split('\n')
  const lines = [...new Set(all.map((line) => line.trim()))].filter(hasWords)
  if (lines.length === 0) throw new EngineFault('answer', 'nothing to translate')
  const keys = new Map(lines.map((line) => [line, contentHash([engine.name, engine.version, from, to, line].join('\0'))]))
  const known = await cached(ground.db.q, [...keys.values()])
  const missing = lines.filter((line) => !known.has(keys.get(line) ?? ''))
  const said = await send(ground, engine, missing, from, to, signal)
  const fresh = new Map(missing.map((line, i) => [keys.get(line) ?? '', said[i] ?? '']))
  const render = (text: string): string =>
    text
      .split('\n')
      .map((line) => {
        const key = keys.get(line.trim())
        return key === undefined ? line : (known.get(key) ?? fresh.get(key) ?? line)
      })
      .join('\n')
  if (lines.every((line) => render(line) === line)) throw new EngineFault('answer', 'the same as the source')
  await keepCached(ground.db.q, subject, fresh, ground.clock.now())
  return { title: render(wording.title), body: render(wording.body), warning: wording.warning === null ? null : render(wording.warning) }
}

/** One call, paid from the month's budget; what was not translated is not paid. */
async function send({ db, clock, config }: Ground, engine: Engine, lines: string[], from: string, to: string, signal: AbortSignal): Promise<string[]> {
  if (lines.length === 0) return []
  const characters = lines.reduce((sum, line) => sum + line.length, 0)
  const month = clock.now().toISOString().slice(0, 7)
  if (!(await takeCharacters(db.q, month, characters, config.TRANSLATE_MONTHLY_CHARACTERS)))
    throw new EngineFault('budget', 'the budget of this month is used up')
  let said: string[]
  try {
    said = await translateLines(engine, lines, from, to, signal)
  } catch (error) {
    // An answer we cannot use was paid for all the same.
    if (!(error instanceof EngineFault) || error.kind !== 'answer') await giveBackCharacters(db.q, month, characters)
    throw error
  }
  await countCharacters(db.q, month, engine.name, characters)
  return said
}
