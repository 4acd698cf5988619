import { checkFlood, checkText } from '#features/moderation/index.ts'
import { isTaken, type Tx } from '#ground/database/index.ts'
import type { Ground, Subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { LayerId } from '#ground/ids/index.ts'
import { languageMatches } from '#pure/lexicon/languages.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import './events.ts'
import type { Wording } from './keep-original.ts'
import { type Pair, unitsOf } from './pairs.ts'
import { countLayersBy, insertLayer, lockOriginal, putSingleLayer } from './queries/layers.ts'
import { ageOf, rowsOf } from './rows.ts'
import { checkLanguage, checkReadable, checkWording, type GivenWording, isOwner, saidIn } from './subject-access.ts'
import type { LayerLicence } from './tables.ts'

/** Of one text by one person: every reader's page loads them all. */
export const MOST_LAYERS = 10

interface NewLayer {
  subject: Subject
  language: string
  wording: Wording
  origin: 'author' | 'person'
  by: Member['id']
  licence?: LayerLicence
  /** What becomes of an earlier layer of the same kind in this language. */
  earlier: 'stands' | 'replaced'
  /** What of it renders which sentences, where that is known; what they leave out is missing. */
  pairs?: readonly Pair[]
}

/** Writes the layer beside its locked original and announces it. Throws not-found, `same-language`, `layers-full`; a layer that stands breaks the unique index. */
export async function writeLayer(
  tx: Tx,
  ground: Ground,
  { subject, language, wording, origin, by, licence = 'text', earlier, pairs }: NewLayer,
): Promise<LayerId> {
  const original = await lockOriginal(tx, subject)
  if (!original) throw notFound()
  if (languageMatches(original.language, language) && original.also.length === 0) throw new Refusal('same-language', { field: 'language' })
  if (earlier === 'stands' && (await countLayersBy(tx, subject, by)) >= MOST_LAYERS) throw new Refusal('layers-full', { count: MOST_LAYERS })
  const at = ground.clock.now()
  const put = earlier === 'replaced' ? putSingleLayer : insertLayer
  const layerId = await put(tx, {
    id: ground.ids.next<LayerId>(),
    subject_kind: subject.kind,
    subject_id: subject.id,
    language,
    origin,
    by_actor: by,
    engine: null,
    ...wording,
    licence,
    also: [],
    language_given: true,
    revision: 1,
    source_revision: original.revision,
    ...(pairs ? { ...ageOf(rowsOf(unitsOf(original), pairs)), pairs: JSON.stringify(pairs) } : { stale: false }),
    created_at: at,
    updated_at: at,
  })
  await ground.outbox.announce(tx, 'layer.added', { subjectKind: subject.kind, subjectId: subject.id, layerId, language, origin, byActor: by }, subject.id)
  return layerId
}

/**
 * Adds a layer in another language: the author's own when the member owns the subject, else one with the member's credit. Throws not-found,
 * `language-unknown`, `same-language` (unless the original mixes languages), `layer-exists` (improve that one), `layers-full`, `layer-empty`, `layer-long`, and
 * what the host's word list says.
 */
export async function addLayer(
  ground: Ground,
  member: Member,
  { subject, language: tag, licence, ...given }: { subject: Subject; language: string; licence: LayerLicence } & GivenWording,
): Promise<LayerId> {
  await checkReadable(ground, member, subject)
  const language = checkLanguage(tag)
  const wording = checkWording(given)
  await checkFlood(ground, member, 'layer')
  await checkText(ground.db.q, saidIn(wording))
  const origin = (await isOwner(ground, member, subject)) ? 'author' : 'person'
  try {
    return await ground.db.transaction((tx) => writeLayer(tx, ground, { subject, language, wording, origin, by: member.id, licence, earlier: 'stands' }))
  } catch (error) {
    if (isTaken(error)) throw new Refusal('layer-exists', { field: 'language' })
    throw error
  }
}

/**
 * The author's own layers, written together with the note, in the transaction of the verb that publishes or edits it (the caller has checked who they
 * are and what the word list says). Replaces the author's earlier wording in that language. Throws as `addLayer`.
 */
export async function keepAuthorLayer(
  tx: Tx,
  ground: Ground,
  author: { id: Member['id'] },
  subject: Subject,
  { language, ...given }: { language: string } & GivenWording,
): Promise<void> {
  await writeLayer(tx, ground, {
    subject,
    language: checkLanguage(language),
    wording: checkWording(given),
    origin: 'author',
    by: author.id,
    earlier: 'replaced',
  })
}
