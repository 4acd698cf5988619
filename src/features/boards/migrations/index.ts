import * as boards from './0001-boards.ts'
import * as people from './0002-people.ts'

export const migrations = { '0001-boards': boards, '0002-people': people }
