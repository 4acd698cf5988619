import type { ActorId, NoteId } from '#ground/ids/index.ts'

declare module '#ground/outbox/index.ts' {
  interface Events {
    'note.published': { noteId: NoteId; authorId: ActorId }
    'note.edited': { noteId: NoteId }
    /** Deleted or archived: whoever keeps something of it lets go. */
    'note.removed': { noteId: NoteId; authorId: ActorId }
    'comment.published': { noteId: NoteId; authorId: ActorId; rootId: NoteId; parentId: NoteId | null }
    'note.liked': { noteId: NoteId; actorId: ActorId; at: string }
    'note.unliked': { noteId: NoteId; actorId: ActorId }
    'note.boosted': { noteId: NoteId; actorId: ActorId }
    'note.unboosted': { noteId: NoteId; actorId: ActorId }
    'coauthor.asked': { noteId: NoteId; actorId: ActorId; authorId: ActorId }
    'coauthor.joined': { noteId: NoteId; actorId: ActorId; authorId: ActorId }
    /** Left, said no, or was taken off, asked or joined. */
    'coauthor.left': { noteId: NoteId; actorId: ActorId; authorId: ActorId }
  }
}
