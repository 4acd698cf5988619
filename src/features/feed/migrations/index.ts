import * as feed from './0001-feed.ts'

export const migrations = { '0001-feed': feed }
