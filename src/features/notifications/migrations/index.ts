import * as notices from './0001-notices.ts'

export const migrations = { '0001-notices': notices }
