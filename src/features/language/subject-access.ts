import { isBlocked } from '#features/graph/index.ts'
import { type Ground, isReadable, keyOf, ownerOf, readableAmong, type Subject } from '#ground/feature.ts'
import { isAtLeast, type Member, type Viewer } from '#ground/http/viewer.ts'
import { isUuid, type LayerId } from '#ground/ids/index.ts'
import { canonicalLanguage } from '#pure/lexicon/languages.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { countGraphemes } from '#pure/text/graphemes.ts'
import { normaliseLine, normaliseText } from '#pure/text/normalise.ts'
import type { Wording } from './keep-original.ts'
import { isApart, layerLimits, type TextReader } from './layer.ts'
import { type LayerRow, layerById, layersById } from './queries/layers.ts'

/** Throws not-found unless the viewer may read the subject: every way to a text leads through here. */
export async function checkReadable({ house, db }: Ground, viewer: Viewer, subject: Subject): Promise<void> {
  // An id that cannot be one is not there either.
  if (!isUuid(subject.id) || !(await isReadable(house, db.q, viewer, subject))) throw notFound()
}

export const isOwner = async ({ house, db }: Ground, { id }: Member, subject: Subject): Promise<boolean> => (await ownerOf(house, db.q, subject)) === id

export const subjectOf = ({ subjectKind, subjectId }: Pick<LayerRow, 'subjectKind' | 'subjectId'>): Subject => ({ kind: subjectKind, id: subjectId })

/** What is announced of a layer. */
export const factsOf = ({ id, subjectKind, subjectId, language, origin, byActor }: LayerRow) => ({
  subjectKind,
  subjectId,
  layerId: id,
  language,
  origin,
  byActor,
})

/** Whether it is by somebody whom the viewer blocked, or who blocked them; those who keep order see all. */
const isOfApart = async ({ db }: Ground, viewer: Viewer, { origin, byActor }: LayerRow): Promise<boolean> =>
  origin === 'person' && byActor !== null && viewer.kind === 'member' && !isAtLeast(viewer, 'moderator') && (await isBlocked(db.q, viewer.id, byActor))

/** A layer whose subject the viewer may read, by nobody with whom they want nothing to do; else not-found, as for one that does not exist. */
export async function readableLayer(ground: Ground, viewer: Viewer, id: LayerId): Promise<LayerRow> {
  const layer = await layerById(ground.db.q, id)
  if (!layer || (await isOfApart(ground, viewer, layer))) throw notFound()
  await checkReadable(ground, viewer, subjectOf(layer))
  return layer
}

/** Those of these layers that `readableLayer` answers, in the order asked for; the others are left out, as those that do not exist. */
export async function readableLayers({ db, house }: Ground, viewer: Viewer, reader: TextReader, ids: readonly LayerId[]): Promise<LayerRow[]> {
  const found = new Map((await layersById(db.q, ids)).map((layer) => [layer.id, layer]))
  const readable = await readableAmong(house, db.q, viewer, [...found.values()].map(subjectOf))
  return ids.flatMap((id) => {
    const layer = found.get(id)
    return layer && readable.has(keyOf(subjectOf(layer))) && (isAtLeast(viewer, 'moderator') || !isApart(reader, layer)) ? [layer] : []
  })
}

/** A readable layer of the viewer's own wording: one they added to their own or another's text. Throws not-found, `not-yours`. */
export async function ownLayer(ground: Ground, member: Member, id: LayerId): Promise<LayerRow> {
  const layer = await readableLayer(ground, member, id)
  if (layer.byActor !== member.id || (layer.origin !== 'author' && layer.origin !== 'person')) throw new Refusal('not-yours')
  return layer
}

export interface GivenWording {
  title: string
  body: string
  warning?: string | null | undefined
}

/** A member's wording, normalised and within limits. Throws Refusal `layer-empty`, `layer-long` {field, count}. */
export function checkWording(given: GivenWording): Wording {
  const wording: Wording = {
    title: normaliseLine(given.title),
    body: normaliseText(given.body).trim(),
    warning: given.warning ? normaliseLine(given.warning) || null : null,
  }
  for (const field of ['title', 'body', 'warning'] as const) {
    if (countGraphemes(wording[field] ?? '') > layerLimits[field]) throw new Refusal('layer-long', { field, count: layerLimits[field] })
  }
  if (wording.title === '' && wording.body === '') throw new Refusal('layer-empty', { field: 'body' })
  return wording
}

/** All that a wording shows, for the host's lists. */
export const saidIn = ({ title, body, warning }: Wording): string => [title, warning ?? '', body].join('\n')

/** Throws Refusal `language-unknown`. */
export function checkLanguage(tag: string): string {
  const language = canonicalLanguage(tag)
  if (language === 'und') throw new Refusal('language-unknown', { field: 'language' })
  return language
}
