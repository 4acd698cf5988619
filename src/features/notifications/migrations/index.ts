import * as notices from './0001-notices.ts'
import * as mutes from './0002-mutes.ts'

export const migrations = { '0001-notices': notices, '0002-mutes': mutes }
