import * as notes from './0001-notes.ts'

export const migrations = { '0001-notes': notes }
