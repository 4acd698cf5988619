import * as language from './0001-language.ts'

export const migrations = { '0001-language': language }
