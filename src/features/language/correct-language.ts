import type { Tx } from '#ground/database/index.ts'
import type { Ground, Subject } from '#ground/feature.ts'
import type { Member, Viewer } from '#ground/http/viewer.ts'
import { languageMatches } from '#pure/lexicon/languages.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import './events.ts'
import { languagesOf } from './keep-original.ts'
import { readsLanguage } from './layer.ts'
import { deleteMachineLayers, type LayerRow, layersOf, lockOriginal, updateLayer } from './queries/layers.ts'
import { dropVoices, putVoice, voiceOf, voicesOf } from './queries/voices.ts'
import { checkLanguage, checkReadable, isOwner } from './subject-access.ts'
import { TRANSLATE } from './translate-subject.ts'

/** So many readers of a language who say the same correct what was only heard. */
export const VOICES_TO_CORRECT = 3

type Voices = Awaited<ReturnType<typeof voicesOf>>
/** Who says which language it is: nobody (it was heard), its author, or readers. */
const saidBy = ({ language, languageGiven }: Pick<LayerRow, 'language' | 'languageGiven'>, voices: Voices): 'heard' | 'author' | 'readers' => {
  if (!languageGiven) return 'heard'
  return voices.some((voice) => voice.language === language && voice.count >= VOICES_TO_CORRECT) ? 'readers' : 'author'
}

/**
 * A member says which language a text is in. Its author's word is taken at once and stands; readers of that language correct what was only heard when
 * three say the same, and more than say anything else. Layers that engines made from the wrong language are made anew, and text.kept is announced again.
 * Throws not-found, `language-unknown`, `language-unread` (not among those the member reads), `language-named` (its author said another).
 */
export async function correctLanguage(ground: Ground, member: Member, subject: Subject, tag: string): Promise<void> {
  await checkReadable(ground, member, subject)
  const language = checkLanguage(tag)
  const isAuthor = await isOwner(ground, member, subject)
  if (!isAuthor && !readsLanguage(member.reads, language)) throw new Refusal('language-unread', { field: 'language' })
  await ground.db.transaction(async (tx) => {
    const original = await lockOriginal(tx, subject)
    if (!original) throw notFound()
    if (isAuthor) {
      await dropVoices(tx, original.id)
      return setLanguage(tx, ground, original, language)
    }
    if (saidBy(original, await voicesOf(tx, original.id)) === 'author') throw new Refusal('language-named', { field: 'language' })
    await putVoice(tx, { layer_id: original.id, actor_id: member.id, language, at: ground.clock.now() })
    const [most, second] = await voicesOf(tx, original.id)
    if (most && most.count >= VOICES_TO_CORRECT && most.count > (second?.count ?? 0)) await setLanguage(tx, ground, original, most.language)
  })
}

async function setLanguage(tx: Tx, ground: Ground, original: LayerRow, language: string): Promise<void> {
  await updateLayer(tx, original.id, { ...languagesOf(original, [], language), language_given: true })
  if (languageMatches(original.language, language)) return
  const { subjectKind, subjectId, revision } = original
  // Whoever read one is served again, from the right language.
  for (const to of await deleteMachineLayers(tx, { kind: subjectKind, id: subjectId }))
    await ground.jobs.enqueue(tx, TRANSLATE, { subjectKind, subjectId, to }, { key: `${subjectId}:${to}` })
  await ground.outbox.announce(tx, 'text.kept', { subjectKind, subjectId, revision, language }, subjectId)
}

export interface LanguageOfText {
  language: string
  saidBy: 'heard' | 'author' | 'readers'
  /** The viewer wrote it. */
  mine: boolean
  /** What this viewer said. */
  myWord: string | null
  voices: Voices
}

/** Which language a readable text is in, and who says so. Throws not-found. */
export async function languageOfText(ground: Ground, viewer: Viewer, subject: Subject): Promise<LanguageOfText> {
  await checkReadable(ground, viewer, subject)
  const original = (await layersOf(ground.db.q, [subject])).find(({ origin }) => origin === 'original')
  if (!original) throw notFound()
  const voices = await voicesOf(ground.db.q, original.id)
  const isMember = viewer.kind === 'member'
  return {
    language: original.language,
    saidBy: saidBy(original, voices),
    mine: isMember && (await isOwner(ground, viewer, subject)),
    myWord: isMember ? await voiceOf(ground.db.q, original.id, viewer.id) : null,
    voices,
  }
}
