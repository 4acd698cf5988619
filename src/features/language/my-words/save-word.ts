import { instant } from '#ground/clock/index.ts'
import { type Ground, pageOfSubject, type Subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { begin } from '#pure/gloss/meet-again.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { truncateGraphemes } from '#pure/text/graphemes.ts'
import { splitSentences } from '#pure/text/sentences.ts'
import { glossWord, type TextRef, textOf } from '../gloss/gloss-word.ts'
import { presentGloss } from '../gloss/present.ts'
import { countWords, putWord, type SavedWordRow } from '../queries/saved-words.ts'
import { checkReadable } from '../subject-access.ts'

export const MOST_WORDS = 10_000
const MOST_SENTENCE = 300

/**
 * Keeps the word at `offset` (UTF-16) of a text among the member's words: with its reading and meanings as they are shown, and the sentence it stands in.
 * `where` names what a text that is given belongs to. Throws as `glossWord`; `not-found` for a `where` the member may not read, `words-full`.
 */
export async function saveWord(ground: Ground, member: Member, ref: TextRef, offset: number, where?: Subject): Promise<SavedWordRow> {
  const given = await textOf(ground, member, ref)
  const of = where ?? ('subject' in ref ? ref.subject : undefined)
  if (of) await checkReadable(ground, member, of)
  const gloss = presentGloss(await glossWord(ground, member, given, offset))
  const senses = gloss.senses.length > 0 ? gloss.senses : gloss.parts.map((part) => `${part.headword} ${part.senses[0] ?? ''}`.trim())
  if (senses.length === 0 && gloss.reading === null) throw notFound()
  if ((await countWords(ground.db.q, member.id)) >= MOST_WORDS) throw new Refusal('words-full', { count: MOST_WORDS })
  const now = ground.clock.now()
  const { due } = begin(now.getTime())
  return putWord(ground.db.q, {
    id: ground.ids.next(),
    member_id: member.id,
    language: gloss.language,
    headword: gloss.headword,
    reading: gloss.reading,
    senses,
    sentence: sentenceAt(given.text, given.language, gloss.start),
    subject_kind: of?.kind ?? null,
    subject_id: of?.id ?? null,
    address: of ? await pageOfSubject(ground.house, ground.db.q, of) : null,
    saved_at: now,
    due_at: due === null ? null : instant(due),
    removed_at: null,
  })
}

/** The sentence around a place; of a very long one the beginning, or where the word would be cut off, what follows the place. */
export function sentenceAt(text: string, language: string, offset: number): string {
  const sentence = splitSentences(text, language).find(({ start, end }) => start <= offset && offset < end)
  if (!sentence) return ''
  const isNear = offset - sentence.start < MOST_SENTENCE / 2
  return truncateGraphemes(isNear ? sentence.text : `…${text.slice(offset, sentence.end)}`, MOST_SENTENCE, '…')
}
