import * as topics from './0001-topics.ts'
import * as openTopics from './0002-open-topics.ts'

export const migrations = { '0001-topics': topics, '0002-open-topics': openTopics }
