import type { Ground, Subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { languageMatches } from '#pure/lexicon/languages.ts'
import { notFound } from '#pure/problem/index.ts'
import './events.ts'
import { languagesOf } from './keep-original.ts'
import { deleteMachineLayers, lockOriginal, updateLayer } from './queries/layers.ts'
import { checkLanguage, checkReadable, isOwner } from './subject-access.ts'

/**
 * The author says which language a text is in. Layers that engines made from the wrong one go, and text.kept is announced again.
 * Throws not-found for everybody else, `language-unknown`.
 */
export async function correctLanguage(ground: Ground, member: Member, subject: Subject, tag: string): Promise<string> {
  await checkReadable(ground, member, subject)
  if (!(await isOwner(ground, member, subject))) throw notFound()
  const language = checkLanguage(tag)
  await ground.db.transaction(async (tx) => {
    const original = await lockOriginal(tx, subject)
    if (!original) throw notFound()
    await updateLayer(tx, original.id, { ...languagesOf(original, [], language), language_given: true })
    if (languageMatches(original.language, language)) return
    await deleteMachineLayers(tx, subject)
    await ground.outbox.announce(tx, 'text.kept', { subjectKind: subject.kind, subjectId: subject.id, revision: original.revision, language }, subject.id)
  })
  return language
}
