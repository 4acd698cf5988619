import * as places from './0001-places.ts'

export const migrations = { '0001-places': places }
