import * as settings from './0001-settings.ts'

export const migrations = { '0001-settings': settings }
