import * as search from './0001-search.ts'

export const migrations = { '0001-search': search }
