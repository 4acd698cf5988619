import type { SubjectKind } from '#ground/feature.ts'
import { isUuid } from '#ground/ids/index.ts'
import { wordById, wordsHere } from '../queries/culture-words.ts'
import type { CultureWordId } from './tables.ts'

const found = (db: Parameters<SubjectKind['owner']>[0], id: string) => (isUuid(id) ? wordById(db, id as CultureWordId) : Promise.resolve(undefined))

/** `culture-word`: so that an explanation can be reported. Everybody may read them; the owner is whose wording stands. */
export const cultureWordSubject: SubjectKind = {
  readable: async (db, _viewer, ids) => new Set(await wordsHere(db, ids.filter(isUuid) as CultureWordId[])),
  owner: async (db, id) => (await found(db, id))?.byActor ?? null,
  isPublic: async (db, id) => (await found(db, id)) !== undefined,
  address: async (db, id) => ((await found(db, id)) ? `/words/culture/${id}` : null),
  async excerpt(db, id) {
    const word = await found(db, id)
    return word ? `${word.variant}: ${word.en || word.zhHans}` : ''
  },
}
