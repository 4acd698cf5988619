import type { Millis, Note, Reader } from './types.ts'

/** Whether a reader wants to meet a note at all. Whether they may see it is not decided here. */
export const isWanted = (note: Note, { id, muted, blocked }: Reader, now: Millis): boolean =>
  note.publishedAt <= now &&
  note.author !== id &&
  !blocked.has(note.author) &&
  !muted.people.has(note.author) &&
  !muted.languages.has(note.language) &&
  !note.topics.some((topic) => muted.topics.has(topic))
