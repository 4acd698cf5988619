import type { Reader } from '#ground/database/index.ts'
import type { SubjectKind } from '#ground/feature.ts'
import { isUuid } from '#ground/ids/index.ts'
import { wordsById } from '../queries/culture-words.ts'
import type { CultureWordId } from './tables.ts'

const found = (db: Reader, ids: readonly string[]) => wordsById(db, ids.filter(isUuid) as CultureWordId[])

/** `culture-word`: so that an explanation can be reported. Everybody may read them; the owner is whose wording stands. */
export const cultureWordSubject: SubjectKind = {
  readable: async (db, _viewer, ids) => new Set((await found(db, ids)).map(({ id }) => id)),
  owners: async (db, ids) => new Map((await found(db, ids)).flatMap(({ id, byActor }) => (byActor ? [[id, byActor] as const] : []))),
  isPublic: async (db, id) => (await found(db, [id])).length > 0,
  addresses: async (db, ids) => new Map((await found(db, ids)).map(({ id }) => [id, `/words/culture/${id}`])),
  excerpts: async (db, ids) => new Map((await found(db, ids)).map(({ id, variant, en, zhHans }) => [id, `${variant}: ${en || zhHans}`])),
}
