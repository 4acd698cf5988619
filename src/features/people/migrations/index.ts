import * as people from './0001-people.ts'

export const migrations = { '0001-people': people }
