import type { ActorId } from '#ground/ids/index.ts'

declare module '#ground/outbox/index.ts' {
  interface Events {
    'member.joined': { actorId: ActorId }
    'member.left': { actorId: ActorId }
    'actor.changed': { actorId: ActorId }
  }
}
