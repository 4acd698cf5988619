import type { Ground, Subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { isServed, switchboard } from './engines/choose.ts'
import { sourceFor } from './layer.ts'
import { layersOf } from './queries/layers.ts'
import { noteAsk } from './queries/machine.ts'
import { checkLanguage, checkReadable } from './subject-access.ts'
import { mayBeBrought, standsFor } from './translate-subject.ts'

/**
 * A member wants to read a text in `language`. True when a layer is there; false when one is on its way: the member hears a live message of
 * kind `layer` when it came or will not come. Throws not-found, `language-unknown`, `same-language`, `text-stays-here` (not public, and the
 * host has not allowed it), `no-engine`.
 */
export async function askTranslation(ground: Ground, member: Member, subject: Subject, tag: string): Promise<boolean> {
  await checkReadable(ground, member, subject)
  const to = checkLanguage(tag)
  const layers = await layersOf(ground.db.q, [subject])
  const original = layers.find(({ origin }) => origin === 'original')
  if (!original) throw notFound()
  if (layers.some((layer) => standsFor(layer, to))) return true
  const from = sourceFor(original, to)
  if (from === undefined) throw new Refusal(original.language === 'und' ? 'no-engine' : 'same-language', { field: 'language' })
  if (!(await mayBeBrought(ground, subject, from, to))) throw new Refusal('text-stays-here')
  if (!isServed(switchboard(ground), from, to)) throw new Refusal('no-engine', { field: 'language' })
  await ground.db.transaction(async (tx) => {
    await noteAsk(tx, subject, to, member.id, ground.clock.now())
    await ground.jobs.enqueue(tx, 'language.translate-asked', { subjectKind: subject.kind, subjectId: subject.id, to }, { key: `${subject.id}:${to}` })
  })
  return false
}
