import type { Reader } from '#ground/database/index.ts'
import '../tables.ts'

/** Every wording that is shown of many subjects of one kind. */
export async function wordingsOfAll(
  db: Reader,
  kind: string,
  ids: readonly string[],
  hiddenRating: number,
): Promise<{ id: string; title: string; body: string }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('layers')
    .select(['subject_id as id', 'title', 'body'])
    .where('subject_id', 'in', ids)
    .where('subject_kind', '=', kind)
    .where((eb) => eb.or([eb('origin', '<>', 'person'), eb('rating', '>', hiddenRating)]))
    .execute()
}
