import * as search from './0001-search.ts'
import * as keys from './0002-keys.ts'
import * as prefix from './0003-prefix.ts'
import * as saved from './0004-saved.ts'
import * as names from './0005-names.ts'
import * as statistics from './0006-statistics.ts'

export const migrations = {
  '0001-search': search,
  '0002-keys': keys,
  '0003-prefix': prefix,
  '0004-saved': saved,
  '0005-names': names,
  '0006-statistics': statistics,
}
