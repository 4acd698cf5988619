import type { ActorId, BoardId, NoteId } from '#ground/ids/index.ts'

declare module '#ground/outbox/index.ts' {
  interface Events {
    /** On its first board of this member, or off the last one. */
    'note.saved': { noteId: NoteId; actorId: ActorId }
    'note.unsaved': { noteId: NoteId; actorId: ActorId }
    /** Made, renamed, opened, closed or deleted. */
    'board.changed': { boardId: BoardId }
    /** The owner asks somebody to keep a board together; they said yes. */
    'board.asked': { boardId: BoardId; actorId: ActorId; ownerId: ActorId }
    'board.joined': { boardId: BoardId; actorId: ActorId; ownerId: ActorId }
  }
}
