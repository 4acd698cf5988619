import { checkText } from '#features/moderation/index.ts'
import { type Ground, ownerOf } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import type { LayerRow } from '../queries/layers.ts'
import { wordingOf } from '../queries/people.ts'
import { subjectOf } from '../subject-access.ts'
import { mayPlace } from './may-place.ts'
import { keepWords } from './place-words.ts'

/** Brings an earlier wording of a picture's words back, places and all, for whoever may change them. Throws not-found for a revision that never was, `not-yours`, and what the host's word list says. */
export async function revertWords(ground: Ground, member: Member, words: LayerRow, revision: number): Promise<void> {
  const of = subjectOf(words)
  const owner = await ownerOf(ground.house, ground.db.q, of)
  if (!mayPlace(member.id, owner, words)) throw new Refusal('not-yours')
  await ground.db.transaction(async (tx) => {
    const earlier = await wordingOf(tx, words.id, revision)
    if (!earlier?.boxes) throw notFound()
    await checkText(tx, earlier.body)
    await keepWords(tx, ground, of, { isNew: false, body: earlier.body, boxes: earlier.boxes, by: member.id, language: words.language })
  })
}
