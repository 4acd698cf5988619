import { readersById } from '#features/people/index.ts'
import type { Ground, Subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { findIdioms, type Idiom } from '#pure/lexicon/idioms.ts'
import { languageMatches } from '#pure/lexicon/languages.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { isServed, switchboard } from './engines/choose.ts'
import { EngineFault } from './engines/engine.ts'
import { languagesOf } from './keep-original.ts'
import { layersOf } from './queries/layers.ts'
import { checkReadable } from './subject-access.ts'
import { mayBeSent } from './translate-subject.ts'
import { type Translation, translateWording } from './translate-wording.ts'

/** What is kept of a member's bridges: cached pieces, which go with them. */
export const bridgesOf = (member: Member['id']): Subject => ({ kind: 'bridge', id: member })

export interface Bridge {
  from: string
  /** Language of the text that is answered. */
  to: string
  /** How they will read it; null when no engine could say it now. */
  text: string | null
  engine: string | null
  /** That, back in the writer's language; null when nothing leads back. */
  back: string | null
  warnings: Idiom[]
}

/**
 * How readers of `answered` will read a reply that is still being written, and the way back, so that its writer sees what was lost. Sends
 * what was typed to an engine: called only when the writer says so. Throws not-found, `text-stays-here` (the answered text is not public and
 * the host has not allowed it), `same-language`, `no-engine`.
 */
export async function bridgeReply(ground: Ground, member: Member, answered: Subject, text: string, signal: AbortSignal): Promise<Bridge> {
  await checkReadable(ground, member, answered)
  const original = (await layersOf(ground.db.q, [answered])).find(({ origin }) => origin === 'original')
  if (!original) throw notFound()
  if (!(await mayBeSent(ground, answered))) throw new Refusal('text-stays-here')
  const to = original.language
  const writes = (await readersById(ground.db.read(), [member.id])).get(member.id)?.writes ?? []
  const { language: from, also } = languagesOf({ title: '', body: text, warning: null }, writes)
  if (languageMatches(from, to)) throw new Refusal('same-language')
  if (!isServed(switchboard(ground), from, to)) throw new Refusal('no-engine')
  const say = async (body: string, main: string, others: readonly string[], into: string): Promise<Translation | null> => {
    const wording = { title: '', body, warning: null }
    try {
      return await translateWording(ground, bridgesOf(member.id), wording, { main, also: others, from: main, to: into }, signal)
    } catch (error) {
      if (error instanceof EngineFault) return null
      throw error
    }
  }
  const there = await say(text, from, also, to)
  const back = there && (await say(there.wording.body, to, [], from))
  return { from, to, text: there?.wording.body ?? null, engine: there?.engine ?? null, back: back?.wording.body ?? null, warnings: findIdioms(text, from) }
}
