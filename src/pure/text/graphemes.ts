const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Number of graphemes (what a reader sees as one character) in `text`; 0 for the empty string. */
export function countGraphemes(text: string): number {
  let count = 0
  for (const _ of segmenter.segment(text)) count += 1
  return count
}

/** Latin letters and what Chinese and Japanese are written with: none of these joins with what stands beside it. */
const SINGLE = /^[ -\u02ff\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uff01-\uff9d]*$/

/**
 * The first `max` graphemes of `text`. When something is cut off and `ellipsis` is given, the result ends
 * with it and still has at most `max` graphemes. `max` below 1 gives the empty string.
 */
export function truncateGraphemes(text: string, max: number, ellipsis = ''): string {
  if (max < 1) return ''
  // A grapheme is at least one code unit, so short texts need no segmenting.
  if (text.length <= max) return text
  const room = Math.max(0, max - countGraphemes(ellipsis))
  if (SINGLE.test(text.slice(0, max + 1))) return text.slice(0, room) + (room < max ? ellipsis : '')
  let seen = 0
  let cut = 0
  for (const { index } of segmenter.segment(text)) {
    if (seen === room) cut = index
    if (seen === max) return text.slice(0, cut) + (room < max ? ellipsis : '')
    seen += 1
  }
  return text
}
