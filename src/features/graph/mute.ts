import { findActor } from '#features/people/index.ts'
import { after, HOUR } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { type ActorId, isUuid } from '#ground/ids/index.ts'
import { foldLabel } from '#pure/lexicon/fold.ts'
import { canonicalLanguage } from '#pure/lexicon/languages.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { countMutes, dropRunOut, insertMute } from './queries/mutes.ts'
import type { MutesTable } from './tables.ts'

export const MOST_MUTES = 500

/** Mutes a person, topic, word or language, for ever or for some hours. Throws Refusal `not-found`, `mute-empty`, `too-many`. */
export async function mute(
  { db, ids, clock }: Ground,
  me: Member,
  input: { kind: MutesTable['kind']; value: string; label?: string | undefined; hours?: number | undefined },
): Promise<string> {
  const value = await keyOf(input)
  const now = clock.now()
  if ((await countMutes(db.q, me.id, input.kind, now)) >= MOST_MUTES) throw new Refusal('too-many', { count: MOST_MUTES })
  await dropRunOut(db.q, me.id, now)
  const row = await insertMute(db.q, {
    id: ids.next(),
    member_id: me.id,
    kind: input.kind,
    value,
    label: (input.label ?? input.value).slice(0, 120),
    until: input.hours ? after(now, input.hours * HOUR) : null,
    created_at: now,
  })
  return row.id

  async function keyOf({ kind, value: text }: { kind: MutesTable['kind']; value: string }): Promise<string> {
    if (kind === 'person') {
      if (text === me.id || !isUuid(text) || !(await findActor(db.q, { id: text as ActorId }))) throw notFound()
      return text
    }
    const folded = kind === 'word' ? foldLabel(text) : kind === 'language' ? canonicalLanguage(text) : text
    if (folded === '' || folded === 'und') throw new Refusal('mute-empty', { field: 'value' })
    return folded
  }
}
