import type { Messages } from '../index.ts'
import { house } from './house.ts'
import { people } from './people.ts'

export const en: Messages = { ...house, ...people }
