export type SpanKind = 'url' | 'mention' | 'hashtag' | 'emoji' | 'number' | 'code'

/** `start` and `end` are UTF-16 offsets; `value` is the address, the handle without @, the label without #, or the text itself. */
export type Span = { kind: SpanKind; start: number; end: number; value: string }

const MAX_LABEL = 100
const MAX_HANDLE = 64
const ASCII_WORD = /[A-Za-z0-9_]/
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u
const WORD = /[\p{L}\p{N}_]/u
const LABEL = /[\p{L}\p{N}\p{M}_·・\u200C\u200D]+/uy
const LABEL_TAIL = /[·・\u200C\u200D]+$/u
const FULL_MENTION = /^([A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*)@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,}(?::\d{1,5})?)/u
const LOCAL_MENTION = /^[A-Za-z0-9_]+/
const EMOJI = /\p{RGI_Emoji}|[\p{Extended_Pictographic}--[©®™]]\uFE0F?/vy
const SHORTCODE = /:[A-Za-z0-9_]{2,60}:/y
const NUMBER = /\p{Nd}+(?:[.,:/\-٫٬]\p{Nd}+)*[%％٪]?/uy
const ADDRESS = /https?:\/\/[\p{L}\p{N}[][^\s<>"`{}|\\^，。；：！？、（）《》〈〉【】「」『』“”‘’…]*/iuy
const ADDRESS_TAIL = /[.,;:!?'*_~\])]/

/** Applies a sticky pattern at one place; undefined when it does not match there. */
function at(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index
  return pattern.exec(text)?.[0]
}

/** Cuts punctuation of the sentence from the end of an address; brackets stay when they are balanced inside. */
function trimAddress(address: string): string {
  const open = { ')': 0, ']': 0 }
  for (const c of address) {
    if (c === '(') open[')'] += 1
    else if (c === '[') open[']'] += 1
    else if (c === ')' || c === ']') open[c] -= 1
  }
  let end = address.length
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1)
    if (!ADDRESS_TAIL.test(last)) break
    if (last === ')' || last === ']') {
      if (open[last] >= 0) break
      open[last] += 1
    }
  }
  return address.slice(0, end)
}

function urlAt(text: string, i: number): Span | undefined {
  if (i > 0 && ASCII_WORD.test(text.charAt(i - 1))) return undefined
  const found = at(ADDRESS, text, i)
  if (!found) return undefined
  const value = trimAddress(found)
  return value.length < 9 ? undefined : { kind: 'url', start: i, end: i + value.length, value }
}

function mentionAt(text: string, i: number): Span | undefined {
  if (i > 0 && /[A-Za-z0-9_.+\-/@＠]/.test(text.charAt(i - 1))) return undefined
  // A window keeps the work per sign constant.
  const window = text.slice(i + 1, i + 1 + 400)
  const full = FULL_MENTION.exec(window)
  if (full?.[1] && full[1].length <= MAX_HANDLE) {
    return { kind: 'mention', start: i, end: i + 1 + full[0].length, value: full[0] }
  }
  const local = LOCAL_MENTION.exec(window)?.[0]
  if (!local || local.length > MAX_HANDLE || window.charAt(local.length) === '@') return undefined
  return { kind: 'mention', start: i, end: i + 1 + local.length, value: local }
}

function hashtagAt(text: string, i: number, lastTagEnd: number): Span | undefined {
  if (i > 0 && i !== lastTagEnd) {
    const before = charBefore(text, i)
    // Chinese and Japanese are written without a space before the sign.
    if (/[&/#＃]/.test(before) || (WORD.test(before) && !CJK.test(before))) return undefined
  }
  const found = at(LABEL, text, i + 1)?.replace(LABEL_TAIL, '')
  if (!found || found.length > MAX_LABEL || !/\p{L}/u.test(found)) return undefined
  return { kind: 'hashtag', start: i, end: i + 1 + found.length, value: found }
}

function charBefore(text: string, i: number): string {
  const low = text.charCodeAt(i - 1)
  const pair = i > 1 && low >= 0xdc00 && low <= 0xdfff
  return text.slice(pair ? i - 2 : i - 1, i)
}

function codeAt(text: string, i: number): Span | undefined {
  const fence = text.startsWith('```', i)
  const mark = fence ? '```' : '`'
  const close = text.indexOf(mark, i + mark.length)
  if (close <= i + mark.length) return undefined
  const inside = text.slice(i + mark.length, close)
  if (!fence && inside.includes('\n')) return undefined
  const end = close + mark.length
  return { kind: 'code', start: i, end, value: text.slice(i, end) }
}

function plainAt(kind: SpanKind, pattern: RegExp, text: string, i: number): Span | undefined {
  const value = at(pattern, text, i)
  return value ? { kind, start: i, end: i + value.length, value } : undefined
}

function shortcodeAt(text: string, i: number): Span | undefined {
  if (i > 0 && ASCII_WORD.test(text.charAt(i - 1))) return undefined
  const found = plainAt('emoji', SHORTCODE, text, i)
  return found && !ASCII_WORD.test(text.charAt(found.end)) && !/^:\d+:$/.test(found.value) ? found : undefined
}

function spanAt(text: string, i: number, c: string, lastTagEnd: number): Span | undefined {
  if (c === 'h' || c === 'H') return urlAt(text, i)
  if (c === '@' || c === '＠') return mentionAt(text, i)
  if (c === '`') return codeAt(text, i)
  if (c === ':') return shortcodeAt(text, i)
  const tag = c === '#' || c === '＃' ? hashtagAt(text, i, lastTagEnd) : undefined
  if (tag) return tag
  // Of ASCII only the keycaps (#, *, digits) begin an emoji, and they say so with the next sign.
  const emoji = c > '~' || '\uFE0F\u20E3'.includes(text.charAt(i + 1) || ' ') ? plainAt('emoji', EMOJI, text, i) : undefined
  return emoji
}

/** A number that stands alone; digits glued to Latin letters (`mp3`, `90s`) belong to a word. */
function numberAt(text: string, i: number): { end: number; span?: Span } {
  const found = plainAt('number', NUMBER, text, i)
  if (!found) return { end: i + 1 }
  const glued = /[A-Za-z_]/.test(text.charAt(i - 1)) || /[A-Za-z_]/.test(text.charAt(found.end))
  return glued ? { end: found.end } : { end: found.end, span: found }
}

/**
 * All links, mentions, topics, emoji (Unicode or `:shortcode:`), numbers and code in `text`, in order and without
 * overlap. Any script may be in a topic. Punctuation of the sentence after a span is not part of it.
 * Time grows linearly with the length of `text`.
 */
export function findSpans(text: string): Span[] {
  const spans: Span[] = []
  let i = 0
  let lastTagEnd = -1
  let fencesLeft = true
  while (i < text.length) {
    const c = text.charAt(i)
    // One unclosed fence means no later fence closes either.
    const skip = c === '`' && !fencesLeft && text.startsWith('```', i)
    const span = skip ? undefined : spanAt(text, i, c, lastTagEnd)
    if (c === '`' && !span && text.startsWith('```', i) && text.indexOf('```', i + 3) < 0) fencesLeft = false
    if (span) {
      spans.push(span)
      if (span.kind === 'hashtag') lastTagEnd = span.end
      i = span.end
    } else if (/\p{Nd}/u.test(c)) {
      const number = numberAt(text, i)
      if (number.span) spans.push(number.span)
      i = number.end
    } else {
      i += charLength(text, i)
    }
  }
  return spans
}

function charLength(text: string, i: number): number {
  return (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1
}
