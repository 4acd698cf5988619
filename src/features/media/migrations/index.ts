import * as media from './0001-media.ts'

export const migrations = { '0001-media': media }
