import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { revisionsBy } from '../queries/culture-words.ts'
import type { CultureWordId } from './tables.ts'

const PAGE = 500

/** Every explanation a member wrote, for their archive. */
export async function* exportCultureWords(db: Reader, member: ActorId): AsyncGenerator<object> {
  let after: { id: CultureWordId; revision: number } | null = null
  for (;;) {
    const rows: Awaited<ReturnType<typeof revisionsBy>> = await revisionsBy(db, member, after, PAGE)
    yield* rows.map(({ language, variant, revision, reading, en, zhHans, meanings, at }) => ({
      language,
      headword: variant,
      revision,
      reading,
      en,
      zhHans,
      meanings,
      at: at.toISOString(),
    }))
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = { id: last.id, revision: last.revision }
  }
}
