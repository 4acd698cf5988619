import type { Millis } from '../page/types.ts'

const HOUR: Millis = 3_600_000

/** So long a mark is the voice of who came with it first. */
export const VOICE_HOURS = 24

/** Who speaks for a mark, and since when. */
export interface Voice {
  author: string
  since: Millis
}

/**
 * Those who share a mark (`kin.ts`) are one voice in Discover until somebody else has liked a note of theirs: a day long, what nobody judged yet
 * comes from one of them (security M1). Answers the voices of these marks after a note of `author` at `at`, or null when the note waits, because
 * one of its marks is another's voice. An author with no marks never waits.
 */
export function speak(
  marks: readonly string[],
  voices: ReadonlyMap<string, Voice>,
  { author, at }: { author: string; at: Millis },
): ReadonlyMap<string, Voice> | null {
  const after = new Map<string, Voice>()
  for (const mark of marks) {
    const voice = voices.get(mark)
    const isOpen = voice === undefined || at - voice.since >= VOICE_HOURS * HOUR
    if (!isOpen && voice.author !== author) return null
    after.set(mark, isOpen ? { author, since: at } : voice)
  }
  return after
}
