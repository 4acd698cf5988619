import * as people from './0001-people.ts'
import * as signingIn from './0002-signing-in.ts'

export const migrations = { '0001-people': people, '0002-signing-in': signingIn }
