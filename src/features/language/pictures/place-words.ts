import { checkFlood, checkText } from '#features/moderation/index.ts'
import { readersById } from '#features/people/index.ts'
import { isTaken, type Tx } from '#ground/database/index.ts'
import { type Ground, ownerOf, type Subject, subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { ActorId, MediaId } from '#ground/ids/index.ts'
import type { Box } from '#pure/boxes/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { writeLayer } from '../add-layer.ts'
import { takeLayer } from '../delete-layer.ts'
import '../events.ts'
import { keepOriginal, samePlaces } from '../keep-original.ts'
import type { Pair } from '../pairs.ts'
import { type LayerRow, layersOf, lockOriginal } from '../queries/layers.ts'
import { reword } from '../reword.ts'
import { checkLanguage, checkReadable } from '../subject-access.ts'
import { type CheckedWords, checkWords, type GivenBox } from './check-words.ts'
import { inLines } from './lines.ts'
import { mayPlace } from './may-place.ts'

export interface GivenWords {
  /** Of the words that this changes; 0: there are none yet. */
  revision: number
  /** Of what the picture says; absent: as it was, or detected. */
  language?: string | undefined
  boxes: readonly GivenBox[]
  /** The language of the meanings; absent: they are left as they are. */
  into?: string | undefined
}

/**
 * Writes down what a picture says and where, and in the same act the member's own layer of it in one language. The same words at the same places
 * change nothing, so that whoever may not change them may still put them into a language. Meanings that are all empty take the layer away.
 * Throws not-found, `conflict` {revision}, `not-yours`, `language-unknown`, `same-language`, those of checkWords, and what the host's word list says.
 */
export async function placeWords(ground: Ground, member: Member, picture: MediaId, given: GivenWords): Promise<void> {
  const of = subject('picture', picture)
  await checkReadable(ground, member, of)
  const words = checkWords(given.boxes)
  const [language, into] = [given.language, given.into].map((tag) => (tag === undefined ? undefined : checkLanguage(tag)))
  await checkFlood(ground, member, 'layer')
  await checkText(ground.db.q, [words.body, ...words.meanings].join('\n'))
  const owner = await ownerOf(ground.house, ground.db.q, of)
  const declared = (await readersById(ground.db.q, [member.id])).get(member.id)?.writes ?? []
  try {
    await ground.db.transaction(async (tx) => {
      const before = await lockOriginal(tx, of)
      if ((before?.revision ?? 0) !== given.revision) throw new Refusal('conflict', { revision: before?.revision ?? 0 })
      const renamed = language !== undefined && language !== before?.language
      if (!before || renamed || before.body !== words.body || !samePlaces(before.boxes ?? [], words.boxes)) {
        if (!mayPlace(member.id, owner, before)) throw new Refusal('not-yours')
        await keepWords(tx, ground, of, { isNew: !before, body: words.body, boxes: words.boxes, by: member.id, language, declared })
      }
      if (into !== undefined) await keepMeanings(tx, ground, of, { into, meanings: words.meanings, by: member.id, owner })
    })
  } catch (error) {
    if (isTaken(error)) throw new Refusal('conflict', { revision: 1 })
    throw error
  }
}

interface Kept {
  /** Nobody had written down anything. */
  isNew: boolean
  body: string
  boxes: readonly Box[]
  by: ActorId
  language?: string | undefined
  declared?: readonly string[]
}

/** The words of a picture as they are from now on, in the transaction of who changes or brings them back. */
export async function keepWords(tx: Tx, ground: Ground, of: Subject, { isNew, body, boxes, by, language, declared = [] }: Kept): Promise<void> {
  await keepOriginal(tx, ground, of, { title: '', body, warning: null, declared, placed: { boxes, by }, ...(language ? { language } : {}) })
  const original = await lockOriginal(tx, of)
  if (!original) throw notFound()
  // Somebody else was first with this picture.
  if (isNew && original.revision !== 1) throw new Refusal('conflict', { revision: original.revision })
  const facts = { subjectKind: of.kind, subjectId: of.id, layerId: original.id, language: original.language, origin: original.origin, byActor: by }
  await ground.outbox.announce(tx, isNew ? 'layer.added' : 'layer.changed', facts, of.id)
}

interface Meanings {
  into: string
  meanings: CheckedWords['meanings']
  by: ActorId
  owner: ActorId | null
}

/** The member's own layer of the words, in one language. */
async function keepMeanings(tx: Tx, ground: Ground, of: Subject, { into, meanings, by, owner }: Meanings): Promise<void> {
  const layers = await layersOf(tx, [of])
  const original = layers.find(({ origin }) => origin === 'original')
  const mine = layers.find(({ origin, language, byActor }) => (origin === 'author' || origin === 'person') && language === into && byActor === by)
  if (!original) throw notFound()
  const { body, pairs } = inLines(original, meanings)
  if (body === '') {
    if (mine) await takeLayer(tx, ground, mine)
    return
  }
  const wording = { title: '', body, warning: null }
  if (!mine) {
    const origin = owner === by ? 'author' : 'person'
    await writeLayer(tx, ground, { subject: of, language: into, wording, origin, by, earlier: 'stands', pairs })
  } else if (!saysSo(mine, body, pairs)) await reword(tx, ground, mine.id, wording, pairs)
}

/** Whether a layer says exactly this, of exactly these sentences. */
const saysSo = (layer: LayerRow, body: string, pairs: readonly Pair[]): boolean =>
  layer.body === body && layer.pairs?.length === pairs.length && pairs.every(({ source }, i) => source.join('\n') === layer.pairs?.[i]?.source.join('\n'))
