import * as people from './0001-people.ts'
import * as signingIn from './0002-signing-in.ts'
import * as openGrants from './0003-open-grants.ts'
import * as prefixes from './0004-prefixes.ts'
import * as origins from './0005-origins.ts'

export const migrations = {
  '0001-people': people,
  '0002-signing-in': signingIn,
  '0003-open-grants': openGrants,
  '0004-prefixes': prefixes,
  '0005-origins': origins,
}
