import * as language from './0001-language.ts'
import * as subject from './0002-subject.ts'

export const migrations = { '0001-language': language, '0002-subject': subject }
