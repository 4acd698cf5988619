import { romanize } from 'es-hangul'

const HANGUL = /^[\p{Script=Hangul}\s]+$/u

/** How a Korean word is said, in Latin letters (Revised Romanization, as pronounced: 독립문 → dongnimmun); null when it holds anything but Hangul. */
export const romanizeKorean = (word: string): string | null => (HANGUL.test(word) ? romanize(word) : null)
