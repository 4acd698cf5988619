// Tab and line feed stay; C0, DEL and C1 go, and so do bidi embeddings, overrides and isolates.
const UNWANTED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g
// Before NFC, because ordering a tower of marks costs the square of its height.
const TOWER = /(\p{M}{32})\p{M}+/gu
const TOO_MANY_MARKS = /(\p{M}{8})\p{M}+/gu

/**
 * Text as it is stored: NFC, lone surrogates replaced by U+FFFD, control characters and bidi overrides removed,
 * at most 8 combining marks in a row, line ends as LF. Applying it twice changes nothing more.
 */
export function normaliseText(text: string): string {
  return text.toWellFormed().replace(LINE_ENDS, '\n').replace(UNWANTED, '').replace(TOWER, '$1').normalize('NFC').replace(TOO_MANY_MARKS, '$1')
}

/** `normaliseText` on a single line: every run of white space becomes one space, none at either end. */
export function normaliseLine(text: string): string {
  return normaliseText(text).replace(/\s+/gu, ' ').trim()
}
