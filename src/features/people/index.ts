import { feature } from '#ground/feature.ts'
import './events.ts'
import { migrations } from './migrations/index.ts'
import { routes } from './routes.ts'

export const people = feature({ name: 'people', migrations, routes })

export { authenticate } from './authenticate.ts'
export { createMember, type NewMember } from './create-member.ts'
export { checkName, defaultSettings, type ReaderSettings } from './member.ts'
export { type Actor, actorsByHandle, actorsById, findActor, updateActor } from './queries/actors.ts'
export { hasAdmin, memberById, memberIds, readersById, settingsOf } from './queries/members.ts'
