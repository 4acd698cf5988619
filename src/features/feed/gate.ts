import type { Tile } from '#features/notes/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { foldLabel } from '#pure/lexicon/fold.ts'
import type { Candidate } from './rank.ts'
import type { FeedReader } from './reader.ts'

/** Keeps what the reader wants to meet. Whether they may see it is decided by the notes' own gate when tiles are made. */
export const wanted =
  ({ mutes, blocked, hidden }: FeedReader, me: ActorId | null) =>
  (note: Candidate): boolean =>
    note.authorId !== me &&
    !hidden.has(note.id) &&
    !blocked.has(note.authorId as ActorId) &&
    !mutes.persons.has(note.authorId as ActorId) &&
    !mutes.languages.has(note.language) &&
    !note.topics.some((topic) => mutes.topics.has(topic))

/** What was hidden, and muted people, topics and words in what a tile shows; for every list that is not one's own choice of note. */
export function wantedTile({ mutes, hidden }: FeedReader) {
  return (tile: Tile): boolean => {
    if (hidden.has(tile.id)) return false
    if (mutes.persons.has(tile.author.id as ActorId) || mutes.languages.has(tile.originalLanguage) || tile.topics.some((topic) => mutes.topics.has(topic.id)))
      return false
    if (mutes.words.length === 0) return true
    const text = foldLabel(`${tile.title} ${tile.excerpt}`)
    return !mutes.words.some((word) => text.includes(word))
  }
}
