import * as topics from './0001-topics.ts'

export const migrations = { '0001-topics': topics }
