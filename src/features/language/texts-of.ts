import type { Reader } from '#ground/database/index.ts'
import type { Subject } from '#ground/feature.ts'
import { HIDDEN_RATING } from './layer.ts'
import { wordingsOf } from './queries/layers.ts'

/** A subject's text in every language it has, the original first: what the search index takes in. */
export const textsOf = (db: Reader, subject: Subject): Promise<{ language: string; title: string; body: string }[]> => wordingsOf(db, [subject], HIDDEN_RATING)

/** The words in these pictures, in every language. */
export const textsInPictures = (db: Reader, pictures: readonly string[]): ReturnType<typeof textsOf> =>
  wordingsOf(
    db,
    pictures.map((id) => ({ kind: 'picture', id })),
    HIDDEN_RATING,
  )
