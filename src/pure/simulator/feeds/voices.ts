import { speak, type Voice } from '#pure/recommender/promises/voice.ts'
import { LANGUAGES } from '../atlas.ts'
import type { Author } from '../authors.ts'
import { millis } from '../clock.ts'
import type { Place } from '../place.ts'
import type { World } from '../world.ts'

/** Answers whether a published note waits until somebody likes what its author writes, kept in memory as the feed keeps it in tables. */
export function openVoices({ authors, notes }: World, place: Place): (note: number) => boolean {
  const voices = new Map<string, Voice>()
  const waiting = new Set<number>()
  /** Of authors with marks: their notes until they are heard, then null. */
  const unheard = new Map<number, number[] | null>()
  let known = 0

  const isHeard = (author: number): boolean => {
    const own = unheard.get(author)
    if (!own?.some((note) => isLiked(place, note))) return own === null
    for (const note of own) waiting.delete(note)
    unheard.set(author, null)
    return true
  }
  const hear = () => {
    for (; known < place.published; known++) {
      const author = notes.author[known] as number
      const { marks } = authors[author] as Author
      if (marks.length === 0 || isHeard(author)) continue
      const own = unheard.get(author) ?? []
      unheard.set(author, own)
      own.push(known)
      const after = speak(marks, voices, { author: String(author), at: millis(notes.at[known] as number) })
      if (after === null) waiting.add(known)
      else for (const [mark, voice] of after) voices.set(mark, voice)
    }
  }
  return (note) => {
    hear()
    return waiting.has(note) && !isHeard(notes.author[note] as number)
  }
}

function isLiked({ liked }: Place, note: number): boolean {
  for (let at = note * LANGUAGES.length; at < (note + 1) * LANGUAGES.length; at++) if (liked[at] !== 0) return true
  return false
}
