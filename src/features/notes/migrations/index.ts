import * as notes from './0001-notes.ts'
import * as drafts from './0002-drafts.ts'
import * as places from './0003-places.ts'
import * as commentsBy from './0004-comments-by.ts'

export const migrations = { '0001-notes': notes, '0002-drafts': drafts, '0003-places': places, '0004-comments-by': commentsBy }
