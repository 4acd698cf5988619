import { diffArrays } from 'diff'

/** A stretch of text that stayed, came or went. */
export interface Change {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** Beyond this many changed words the two texts have little in common and are shown one after the other. */
const MOST_EDITS = 1_500

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })
const words = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

/** What became of `before`, by words (of Chinese and Japanese too). `same` and `removed` joined give `before`, `same` and `added` give `after`. */
export function wordDiff(before: string, after: string): Change[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const found = diffArrays(words(before), words(after), { maxEditLength: MOST_EDITS })
  const changes = found?.map(({ value, added, removed }): Change => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') })) ?? [
    { kind: 'removed' as const, text: before },
    { kind: 'added' as const, text: after },
  ]
  return changes.filter(({ text }) => text !== '')
}
