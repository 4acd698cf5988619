import { textsOf } from '#features/language/index.ts'
import { keepSightings, openTopics, resolveHashtags, weighPairs } from '#features/topics/index.ts'
import { after, DAY } from '#ground/clock/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import { anonymous } from '#ground/http/viewer.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { foldLabel } from '#pure/lexicon/fold.ts'
import { hashtagsOf } from './note.ts'
import { seenNote } from './queries/notes.ts'
import { usedTogether } from './queries/topic-use.ts'

const DAYS = 8
const MOST_PAIRS = 2_000

/** Every night: topics that people put on the same notes of late are weighed for being the same. */
export async function weighTopicsTogether(ground: Ground): Promise<void> {
  const { db, clock } = ground
  await weighPairs(ground, await usedTogether(db.q, after(clock.now(), -DAYS * DAY), MOST_PAIRS))
}

/** Pairs of tags that stand in the same place of two texts and differ; none when the texts have not as many tags. */
export function tagsInPlace(original: string, layer: string): [string, string][] {
  const [said, put] = [hashtagsOf(original), hashtagsOf(layer)]
  if (said.length !== put.length) return []
  return said.flatMap((tag, at): [string, string][] => (foldLabel(tag) === foldLabel(put[at] ?? '') ? [] : [[tag, put[at] ?? '']]))
}

interface Layered {
  subjectKind: string
  subjectId: string
  language: string
  origin: string
  byActor: ActorId | null
}

/** Somebody put a public note into another language and wrote #punk where it says #朋克: kept, because it speaks for the two being one. */
export async function sightTags(ground: Ground, { payload }: { payload: Layered }): Promise<void> {
  const { subjectKind, subjectId, language, origin, byActor } = payload
  const { db } = ground
  if (subjectKind !== 'note' || !byActor || (origin !== 'person' && origin !== 'author')) return
  const note = subjectId as NoteId
  if (!(await seenNote(db.q, anonymous(), note))) return
  const texts = await textsOf(db.q, subject('note', note))
  const [original, layer] = [texts[0], texts.find((text) => text.language === language)]
  const pairs = original && layer ? tagsInPlace(original.body, layer.body) : []
  if (!original || pairs.length === 0) return
  const found = await db.transaction(async (tx) => {
    const both: [string, string][] = []
    for (const [tag, put] of pairs) {
      const [one] = await resolveHashtags(tx, ground, [tag], original.language, byActor)
      const [other] = await resolveHashtags(tx, ground, [put], language, byActor)
      if (one && other && one !== other) both.push([one, other])
    }
    await openTopics(tx, ground, both.flat(), byActor)
    await keepSightings(tx, note, byActor, both)
    return both
  })
  await weighPairs(
    ground,
    found.map(([a, b]) => ({ a, b, notes: 0, people: 0, each: [0, 0], peopleOfBoth: 0 })),
  )
}
