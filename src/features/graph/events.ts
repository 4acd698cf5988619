import type { ActorId } from '#ground/ids/index.ts'

declare module '#ground/outbox/index.ts' {
  interface Events {
    'follow.requested': { followerId: ActorId; followeeId: ActorId }
    'follow.accepted': { followerId: ActorId; followeeId: ActorId }
    'follow.ended': { followerId: ActorId; followeeId: ActorId }
    'block.made': { actorId: ActorId; targetId: ActorId }
  }
}
