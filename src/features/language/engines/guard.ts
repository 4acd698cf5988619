import { protect } from '#pure/text/protect.ts'
import { type Engine, EngineFault } from './engine.ts'

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const ESCAPES = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,5}|#x[\da-f]{1,4});/i
const TAGS = /<\/?[a-z][^<>]*>/i
const MOST_TIMES = 4
/** Short texts vary more: a word may need a phrase. */
const SLACK = 24
const LONG = 60

/** Length in about equal weight: a Chinese, Japanese or Korean character says what two or three Latin letters say. */
const weight = (text: string): number => text.length + 1.5 * (text.match(CJK)?.length ?? 0)

/** True when there is something to translate once links, names and numbers are hidden. */
export const hasWords = (text: string): boolean => /\p{L}/u.test(protect(text).masked.replaceAll(/\[\[x\d+\]\]/g, ''))

/** Throws EngineFault `answer` for a line that cannot be the translation of `source`. */
export function checkLine(source: string, said: string): void {
  const refuse = (why: string): never => {
    throw new EngineFault('answer', why)
  }
  if (said.trim() === '') refuse('empty')
  if (/[\u0000-\u0008\u000B-\u001F]/.test(said) || !said.isWellFormed()) refuse('control characters')
  if (said.includes('\n')) refuse('more than one line')
  if (weight(said) > weight(source) * MOST_TIMES + SLACK) refuse('far longer than the source')
  if (weight(source) > LONG && weight(said) * MOST_TIMES < weight(source)) refuse('far shorter than the source')
  if (ESCAPES.test(said) && !ESCAPES.test(source)) refuse('HTML escapes')
  if (TAGS.test(said) && !TAGS.test(source)) refuse('HTML')
}

/**
 * Lets an engine translate lines, with links, names, topics, emoji, code and numbers hidden from it; they come back unchanged or the
 * answer is refused (EngineFault `answer`), as it is when lines are missing, empty, far too long or short, or carry markup.
 */
export async function translateLines(engine: Engine, lines: readonly string[], from: string, to: string, signal: AbortSignal): Promise<string[]> {
  const hidden = lines.map((line) => protect(line))
  const said = await engine.translate(
    hidden.map(({ masked }) => masked),
    from,
    to,
    signal,
  )
  if (said.length !== lines.length) throw new EngineFault('answer', 'not one translation for each line')
  return hidden.map(({ restore, masked }, i) => {
    const line = (said[i] ?? '').trim()
    checkLine(masked, line)
    const { text, intact } = restore(line)
    if (!intact) throw new EngineFault('answer', 'a protected span did not come back')
    return text
  })
}
