import type { Box } from '#pure/boxes/index.ts'
import type { Fields } from '../forms.ts'
import type { SeenWords } from '../picture-types.ts'

/** One box as a form sends it: places in per cent, every field under its number, so that what was typed can come back. */
const PLACES = ['x', 'y', 'width', 'height'] as const
const PER_CENT = 100

export interface WrittenBox extends Box {
  words: string
  meaning: string
}

/** Per cent with two digits, as a field shows it. */
export const perCent = (fraction: number): number => Math.round(fraction * PER_CENT * PER_CENT) / PER_CENT

/** The boxes of a form in their order; those without words were never written, or are taken away. */
export function boxesOf(read: (name: string) => string): WrittenBox[] {
  const boxes: (WrittenBox & { order: number })[] = []
  for (let i = 0; read(`x.${i}`) !== ''; i += 1) {
    const [x, y, width, height] = PLACES.map((name) => Number(read(`${name}.${i}`)) / PER_CENT) as [number, number, number, number]
    const words = read(`words.${i}`)
    if (words !== '') boxes.push({ x, y, width, height, words, meaning: read(`meaning.${i}`), order: Number(read(`order.${i}`)) || i + 1 })
  }
  return boxes.sort((a, b) => a.order - b.order).map(({ order: _order, ...box }) => box)
}

/** What the API wants. */
export const bodyOf = (fields: Fields) => ({
  revision: Number(fields.text('revision')),
  ...(fields.has('language') ? { language: fields.text('language') } : {}),
  ...(fields.has('into') ? { into: fields.text('into') } : {}),
  boxes: boxesOf((name) => fields.text(name)),
})

/** The boxes one begins with: what came back with a refusal, else what is there, with one's own meanings, else a machine's. */
export function startOf({ words, mine, other }: SeenWords, typed: Record<string, string> | undefined): WrittenBox[] {
  if (typed) return boxesOf((name) => typed[name] ?? '')
  const from = mine ?? (other?.origin === 'machine' ? other : null)
  return (words?.boxes ?? []).map(({ x, y, width, height, original }, i) => ({ x, y, width, height, words: original, meaning: from?.meanings[i] ?? '' }))
}
