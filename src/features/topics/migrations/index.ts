import * as topics from './0001-topics.ts'
import * as openTopics from './0002-open-topics.ts'
import * as sameTopics from './0003-same-topics.ts'
import * as keys from './0004-keys.ts'
import * as writers from './0005-writers.ts'
import * as spellings from './0006-spellings.ts'
import * as named from './0007-named.ts'

export const migrations = {
  '0001-topics': topics,
  '0002-open-topics': openTopics,
  '0003-same-topics': sameTopics,
  '0004-keys': keys,
  '0005-writers': writers,
  '0006-spellings': spellings,
  '0007-named': named,
}
