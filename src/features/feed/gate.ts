import type { Tile } from '#features/notes/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { foldLabel } from '#pure/lexicon/fold.ts'
import type { FeedReader } from './reader.ts'

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
