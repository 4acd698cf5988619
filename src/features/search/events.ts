import type { ActorId } from '#ground/ids/index.ts'

declare module '#ground/outbox/index.ts' {
  interface Events {
    /** New notes by these people, at most five, answer what a member looks for; once a day at most. */
    'search.matched': { searchId: string; memberId: ActorId; authors: ActorId[] }
  }
}
