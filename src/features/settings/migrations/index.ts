import * as settings from './0001-settings.ts'
import * as rulesAndAudit from './0002-rules-and-audit.ts'

export const migrations = { '0001-settings': settings, '0002-rules-and-audit': rulesAndAudit }
