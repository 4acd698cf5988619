import * as boards from './0001-boards.ts'

export const migrations = { '0001-boards': boards }
