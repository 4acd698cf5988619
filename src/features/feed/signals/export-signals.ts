import type { Reader } from '#ground/database/index.ts'
import type { ArchivePart } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { choicesOf, keptOf } from '../queries/acts.ts'
import { settingsOf } from '../queries/sliders.ts'
import { KINDS, SURFACES } from './kinds.ts'

const PAGE = 500

async function* signals(db: Reader, member: ActorId): AsyncIterable<object> {
  let rows = await keptOf(db, member, null, PAGE)
  for (let last = rows.at(-1); last; last = rows.at(-1)) {
    for (const { noteId, code, at, surface, slot, seconds } of rows)
      yield { noteId, kind: KINDS[code], at, surface: SURFACES[surface], slot, ...(seconds === null ? {} : { seconds }) }
    rows = await keptOf(db, member, { noteId: last.noteId, kind: last.code, day: last.day }, PAGE)
  }
}

async function* choices(db: Reader, member: ActorId): AsyncIterable<object> {
  let rows = await choicesOf(db, member, null, PAGE)
  for (let last = rows.at(-1); last; last = rows.at(-1)) {
    for (const { noteId, code, at } of rows) yield { noteId, kind: KINDS[code], at }
    rows = await choicesOf(db, member, { noteId: last.noteId, code: last.code }, PAGE)
  }
}

/** What the feed keeps of a member, for their archive: what pages sent, what they chose, how they want Discover. */
export const archive: Record<string, ArchivePart> = {
  signals: { export: signals },
  choices: { export: choices },
  learning: {
    async *export(db, member) {
      const { controls, sliders } = await settingsOf(db, member)
      yield { ...controls, ...sliders }
    },
  },
}
