import type { ActorId } from '#ground/ids/index.ts'

declare module '#ground/outbox/index.ts' {
  interface Events {
    'follow.requested': { followerId: ActorId; followeeId: ActorId }
    /** `asked`: it was a request to a locked account. */
    'follow.accepted': { followerId: ActorId; followeeId: ActorId; asked?: boolean }
    'follow.ended': { followerId: ActorId; followeeId: ActorId }
    'block.made': { actorId: ActorId; targetId: ActorId }
  }
}
