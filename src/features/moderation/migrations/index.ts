import * as moderation from './0001-moderation.ts'

export const migrations = { '0001-moderation': moderation }
