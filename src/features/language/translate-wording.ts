import type { Ground, Subject } from '#ground/feature.ts'
import { languageMatches } from '#pure/lexicon/languages.ts'
import { askEngine } from './ask-engine.ts'
import { cutLine, joinParts, type Task } from './cut-text.ts'
import { type Leg, routeName, routesFor, switchboard } from './engines/choose.ts'
import { EngineFault } from './engines/engine.ts'
import { isConversion } from './engines/opencc.ts'
import type { Wording } from './keep-original.ts'
import { termsFor } from './queries/terms.ts'

export interface Translation {
  wording: Wording
  /** The host's name of the engine; of both where a third language lay between. */
  engine: string
  /** Of the adapters and models that said it. */
  version: string
}

/**
 * Asks the engines of this pair one after another, in the host's order, line by line so that line breaks stay; the host's terms are
 * translated as it wants. Null when none can: no engine, nothing acceptable, or the month's budget is used up. Throws EngineFault `busy`,
 * `quota` or `asked` when one may be able to later, with the seconds to wait. Nothing is sent when both languages are the same.
 */
export async function translateWording(ground: Ground, subject: Subject, wording: Wording, task: Task, signal: AbortSignal): Promise<Translation | null> {
  const { from, to } = task
  if (languageMatches(from, to)) return null
  let later: EngineFault | undefined
  const sooner = (fault: EngineFault): boolean => later === undefined || (fault.waitSeconds ?? 0) < (later.waitSeconds ?? 0)
  for (const route of routesFor(switchboard(ground), from, to)) {
    try {
      return {
        wording: await byRoute(ground, route, subject, wording, task, signal),
        engine: routeName(route),
        version: route.map(({ engine }) => engine.version).join(' → '),
      }
    } catch (error) {
      // Asked of another engine in the meantime, it would be paid twice.
      if (!(error instanceof EngineFault) || error.kind === 'asked') throw error
      ground.log.warn({ engine: routeName(route), from, to, kind: error.kind, why: error.message }, 'an engine did not translate')
      if ((error.kind === 'busy' || error.kind === 'quota') && sooner(error)) later = error
    }
  }
  if (later) throw later
  return null
}

async function byRoute(ground: Ground, route: readonly Leg[], subject: Subject, wording: Wording, task: Task, signal: AbortSignal): Promise<Wording> {
  const terms = await termsFor(ground.db.q, task.from, task.to)
  const lines = new Map(
    [wording.title, wording.warning ?? '', wording.body].flatMap((text) => text.split('\n')).map((line) => [line, cutLine(line, task, terms)]),
  )
  const asked = [...new Set([...lines.values()].flat().flatMap(({ masked }) => masked ?? []))]
  if (asked.length === 0) throw new EngineFault('answer', 'nothing to translate')
  let said = new Map(asked.map((text) => [text, text]))
  for (const leg of route) {
    const answers = await askEngine(ground, leg, subject, [...said.values()], signal)
    said = new Map([...said].map(([text, soFar]) => [text, answers.get(soFar) ?? soFar]))
  }
  // Many a text is the same in both scripts of its language.
  if (!isConversion(task.from, task.to) && asked.every((text) => said.get(text) === text)) throw new EngineFault('answer', 'the same as the source')
  const render = (text: string): string =>
    text
      .split('\n')
      .map((line) => joinParts(lines.get(line) ?? [], (masked) => said.get(masked)))
      .join('\n')
  return { title: render(wording.title), body: render(wording.body), warning: wording.warning === null ? null : render(wording.warning) }
}
