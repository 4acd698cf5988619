import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { type SavedWordRow, wordsBefore } from '../queries/saved-words.ts'

const PAGE = 500

/** A member's words for their archive; the sentences they were met in are others' and stay here. */
export async function* exportWords(db: Reader, member: ActorId): AsyncGenerator<object> {
  let last: SavedWordRow | undefined
  for (;;) {
    const rows: SavedWordRow[] = await wordsBefore(db, member, last ? { at: last.savedAt, id: last.id } : null, PAGE)
    yield* rows.map(({ language, headword, reading, senses, savedAt, dueAt, meetings }) => ({
      language,
      headword,
      reading,
      senses,
      savedAt: savedAt.toISOString(),
      dueAt: dueAt?.toISOString() ?? null,
      meetings,
    }))
    last = rows.at(-1)
    if (rows.length < PAGE) return
  }
}
