import type { Tx } from '#ground/database/index.ts'
import type { Ground, Subject } from '#ground/feature.ts'
import type { ActorId, LayerId } from '#ground/ids/index.ts'
import { type Box, sameBox } from '#pure/boxes/index.ts'
import { detectLanguage } from '#pure/lexicon/detect.ts'
import { canonicalLanguage, languageMatches } from '#pure/lexicon/languages.ts'
import { ageLayers } from './age-layers.ts'
import './events.ts'
import { insertLayer, type LayerRow, lockOriginal, updateLayer } from './queries/layers.ts'
import { keepWording } from './queries/people.ts'

export interface Wording {
  title: string
  body: string
  warning: string | null
}
export interface OriginalText extends Wording {
  /** Named by the author; absent: detected, unless the author named it before. */
  language?: string | null
  /** Languages the author writes, for short texts. */
  declared?: readonly string[]
  /** Of words in a picture: where each line of the body stands, and who wrote them down. Every wording is kept. */
  placed?: { boxes: readonly Box[]; by: ActorId }
}

/** Main language of a text and the guests in it. A `given` language stands; what else was heard are guests. */
export function languagesOf({ title, body, warning }: Wording, declared: readonly string[], given?: string): { language: string; also: string[] } {
  const heard = detectLanguage([title, body, warning ?? ''].join('\n'), { declared })
  if (given === undefined) return { language: heard.language, also: heard.also }
  const others = scriptsDiffer(heard.language, given) ? [heard.language, ...heard.also] : heard.also
  return { language: given, also: others.filter((language) => !languageMatches(language, given)) }
}

// A named Latin language and a heard Latin one are a misheard one; Chinese heard in a text named English is really there.
const scriptsDiffer = (heard: string, given: string): boolean =>
  heard !== 'und' && given !== 'und' && new Intl.Locale(heard).maximize().script !== new Intl.Locale(given).maximize().script

const sameWording = (a: Wording, b: Wording): boolean => a.title === b.title && a.body === b.body && a.warning === b.warning

/** Whether the lines stand where they stood. */
export const samePlaces = (a: readonly Box[], b: readonly Box[]): boolean => a.length === b.length && a.every((box, i) => sameBox(box, b[i] as Box))

/**
 * Keeps a subject's own text as its original layer, in the transaction of the verb that wrote it. On a changed text the revision grows
 * and what other layers have for the changed sentences is stale. Always announces text.kept (hearing it twice costs nothing), so call it too when a text becomes public.
 * Answers the language: BCP 47, or `und`. The caller has checked lengths and normalised.
 */
export async function keepOriginal(tx: Tx, ground: Ground, subject: Subject, text: OriginalText): Promise<string> {
  const before = await lockOriginal(tx, subject)
  const named = text.language ? canonicalLanguage(text.language) : 'und'
  const isSame = before !== undefined && sameWording(before, text)
  // The same words are in the same language; hearing them again without knowing their author could only be a worse guess.
  const tongue =
    isSame && named === 'und' ? { language: before.language, also: before.also, language_given: before.languageGiven } : tongueOf(text, before, named)
  const stays = isSame && (!text.placed || samePlaces(before.boxes ?? [], text.placed.boxes))
  const revision = before ? await change(tx, ground, before, text, tongue, stays) : await first(tx, ground, subject, text, tongue)
  await ground.outbox.announce(tx, 'text.kept', { subjectKind: subject.kind, subjectId: subject.id, revision, language: tongue.language }, subject.id)
  return tongue.language
}

interface Tongue {
  language: string
  also: string[]
  language_given: boolean
}

function tongueOf(text: OriginalText, before: LayerRow | undefined, named: string): Tongue {
  const given = named !== 'und' ? named : before?.languageGiven ? before.language : undefined
  return { ...languagesOf(text, text.declared ?? [], given), language_given: given !== undefined }
}

async function first(tx: Tx, { ids, clock }: Ground, { kind, id }: Subject, { title, body, warning, placed }: OriginalText, tongue: Tongue): Promise<number> {
  const at = clock.now()
  await insertLayer(tx, {
    id: ids.next<LayerId>(),
    subject_kind: kind,
    subject_id: id,
    origin: 'original',
    by_actor: null,
    engine: null,
    title,
    body,
    warning,
    ...placesOf(placed),
    ...tongue,
    revision: 1,
    source_revision: 1,
    stale: false,
    created_at: at,
    updated_at: at,
  })
  return 1
}

const placesOf = (placed: OriginalText['placed']) => (placed ? { boxes: JSON.stringify(placed.boxes), by_actor: placed.by } : {})

async function change(tx: Tx, { clock }: Ground, before: LayerRow, text: OriginalText, tongue: Tongue, stays: boolean): Promise<number> {
  if (stays) {
    await updateLayer(tx, before.id, tongue)
    return before.revision
  }
  const { title, body, warning, placed } = text
  const revision = before.revision + 1
  if (placed) await keepWording(tx, before)
  await updateLayer(tx, before.id, { title, body, warning, ...placesOf(placed), ...tongue, revision, source_revision: revision, updated_at: clock.now() })
  await ageLayers(tx, before, { title, body, warning, language: tongue.language })
  return revision
}
