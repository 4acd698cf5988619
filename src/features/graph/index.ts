import { feature } from '#ground/feature.ts'
import './events.ts'
import { migrations } from './migrations/index.ts'
import { deleteAllOf } from './queries/follows.ts'
import { routes } from './routes.ts'
import './tables.ts'

export const graph = feature({ name: 'graph', migrations, routes, forget: deleteAllOf })

export { acceptRequest, follow, unfollow } from './follow.ts'
export { blockedEitherWay, followCounts, followedPeople, followPage, isBlocked, noRelation, type Relation, relation } from './queries/follows.ts'
export { listById, peopleOnList } from './queries/lists.ts'
export { activeMutes, listMutes, type Mutes } from './queries/mutes.ts'
