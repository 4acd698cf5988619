import * as profiles from './0001-profiles.ts'
import * as linksDue from './0002-links-due.ts'

export const migrations = { '0001-profiles': profiles, '0002-links-due': linksDue }
