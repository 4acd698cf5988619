const SMALLEST = 12
const LARGEST = 24
const LEADING = 1.2
/** Scripts whose letters fill a square; others take about half of one. */
const SQUARE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const HALF = 0.55
/** Lines are never filled to their end. */
const RAGGED = 1.1

/**
 * Size of letters (px) at which a text fits a box (px), as large as can be. Null: it does not fit in letters that one can read; then the box
 * says that there is more, and a tap shows it.
 */
export function lettersIn({ width, height }: { width: number; height: number }, text: string): number | null {
  const ems = text.split('\n').map((line) => {
    const squares = line.match(SQUARE)?.length ?? 0
    return (squares + (line.length - squares) * HALF) * RAGGED
  })
  for (let size = LARGEST; size >= SMALLEST; size -= 1) {
    const lines = ems.reduce((sum, length) => sum + Math.max(1, Math.ceil((length * size) / Math.max(1, width - size * 0.3))), 0)
    if (lines * size * LEADING <= height) return size
  }
  return null
}
