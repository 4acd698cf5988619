import { type Box, fitted, isBox, MOST_BOXES } from '#pure/boxes/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { countGraphemes } from '#pure/text/graphemes.ts'
import { normaliseLine } from '#pure/text/normalise.ts'

/** Graphemes in one box, in the original and in a translation. */
export const LONGEST_LINE = 400

export interface GivenBox extends Box {
  /** What stands there, in one line. */
  words: string
  /** What it means in the language it is put into; empty: nothing yet. */
  meaning?: string | undefined
}

export interface CheckedWords {
  boxes: Box[]
  /** The words of all boxes, a line each. */
  body: string
  meanings: string[]
}

/** Boxes as they are kept. Throws Refusal `boxes-count`, `box-outside`, `box-empty`, `layer-long`, each with the field it is about. */
export function checkWords(given: readonly GivenBox[]): CheckedWords {
  if (given.length === 0 || given.length > MOST_BOXES) throw new Refusal('boxes-count', { field: 'boxes', count: MOST_BOXES })
  const lines = given.map(({ words, meaning = '', ...box }, i) => {
    if (!isBox(box)) throw new Refusal('box-outside', { field: `boxes.${i}` })
    const line = { words: normaliseLine(words), meaning: normaliseLine(meaning) }
    if (line.words === '') throw new Refusal('box-empty', { field: `boxes.${i}.words` })
    for (const field of ['words', 'meaning'] as const)
      if (countGraphemes(line[field]) > LONGEST_LINE) throw new Refusal('layer-long', { field: `boxes.${i}.${field}`, count: LONGEST_LINE })
    return { ...line, box: fitted(box) }
  })
  return { boxes: lines.map(({ box }) => box), body: lines.map(({ words }) => words).join('\n'), meanings: lines.map(({ meaning }) => meaning) }
}
