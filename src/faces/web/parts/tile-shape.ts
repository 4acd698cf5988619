import type { Tile } from '../api-types.ts'

/** A column is this many units wide; covers and captions are counted in units, so the grid needs no script. */
export const UNITS = 24
const TALLEST = 4 / 3
const WIDEST = 3 / 4

/** Height of the cover in units: its own ratio held between 3:4 and 4:3. Words get a square, long words more. */
export function coverUnits(tile: Pick<Tile, 'cover' | 'title' | 'excerpt'>): number {
  const ratio = tile.cover ? tile.cover.height / Math.max(1, tile.cover.width) : wordsRatio(tile.title || tile.excerpt)
  return Math.round(UNITS * Math.min(TALLEST, Math.max(WIDEST, ratio)))
}

/** True when these words fit one line of the narrowest column on a phone of 360 px; elsewhere they are cut, never wrapped. */
export const isOneLine = (text: string): boolean => widthOfWords(text) <= 20

/** Han letters count double: they are twice as wide as Latin ones. */
export function widthOfWords(text: string): number {
  let width = 0
  for (const letter of text) width += /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u3040-\u30ff]/u.test(letter) ? 2 : 1
  return width
}

function wordsRatio(text: string): number {
  const width = widthOfWords(text)
  return width > 56 ? 1.25 : width > 24 ? 1.1 : 1
}
