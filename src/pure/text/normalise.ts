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

// Soft hyphen, marks of direction, fillers, what joins or parts words unseen.
const UNSEEN = /[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]/g
// Tags stay in flags.
const TAGS = /(?<![\u{1F3F4}\u{E0000}-\u{E007F}])[\u{E0000}-\u{E007F}]+/gu
// Joiners stay where they join: in emoji, after marks, between letters that change their form.
const IDLE_JOINERS =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}])[\u200C\u200D]+|[\u200C\u200D]+(?=\s|$)/gu

/** `normaliseLine` without anything that cannot be seen: two names that look the same to the letter are the same (security X6). */
export function normaliseName(text: string): string {
  return normaliseLine(normaliseText(text).replace(UNSEEN, '').replace(TAGS, '').replace(IDLE_JOINERS, ''))
}

/** Whether there is anything to look at. U+2800 is a Braille letter without dots. */
export const isSeen = (text: string): boolean => /[^\p{Z}\p{C}\p{M}\u2800]/u.test(text)
