import { findSpans } from './spans.ts'

/** What was hidden, and how to put it back. */
export type Protected = {
  masked: string
  /** `intact` is true when every hidden span came back exactly once and nothing was invented. */
  restore: (translated: string) => { text: string; intact: boolean }
}

// Square brackets, a letter and a number survive tokenisers; engines add spaces, change case, width or bracket shape.
const PLACEHOLDER = /[[［【〔]\s{0,3}[[［【〔]?\s{0,3}[xXｘＸхХ]\s{0,3}(\p{Nd}{1,5})\s{0,3}[\]］】〕](?:\s{0,3}[\]］】〕])?/gu

/** A place in a text (UTF-16 offsets) that an engine must not see, and what stands there afterwards: the text itself unless `as` is given. */
export type Hidden = { start: number; end: number; as?: string }

type Piece = { start: number; end: number; shown: string }

/** Spans to hide, with neighbours that touch joined, and with anything in the text that already looks like a placeholder. */
function piecesOf(text: string, more: readonly Hidden[]): Piece[] {
  const lookalikes = [...text.matchAll(PLACEHOLDER)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  const all: Hidden[] = [...findSpans(text), ...lookalikes, ...more].sort((a, b) => a.start - b.start || b.end - a.end)
  const pieces: Piece[] = []
  for (const { start, end, as } of all) {
    const last = pieces.at(-1)
    if (!last || start > last.end) pieces.push({ start, end, shown: as ?? text.slice(start, end) })
    else if (end > last.end) {
      // What begins inside another span has no form of its own.
      last.shown += start === last.end && as !== undefined ? as : text.slice(last.end, end)
      last.end = end
    }
  }
  return pieces
}

/** Decimal value of digits in ASCII, full width, Arabic-Indic or Persian form; those blocks begin at a multiple of 16. */
function numberOf(digits: string): number {
  let value = 0
  for (const d of digits) value = value * 10 + ((d.codePointAt(0) ?? 0) & 0xf)
  return value
}

/**
 * Replaces mentions, topics, links, emoji, code and numbers by `[[x0]]`, `[[x1]]` … so that an engine leaves them alone.
 * `restore` accepts added spaces, other brackets, case and digits; a placeholder that was lost, doubled or
 * invented makes `intact` false, and an invented one is removed. `more` hides other places too.
 */
export function protect(text: string, more: readonly Hidden[] = []): Protected {
  const hidden: string[] = []
  let masked = ''
  let from = 0
  for (const { start, end, shown } of piecesOf(text, more)) {
    masked += `${text.slice(from, start)}[[x${hidden.length}]]`
    hidden.push(shown)
    from = end
  }
  masked += text.slice(from)
  return { masked, restore: (translated) => restore(translated, hidden) }
}

/**
 * An engine's answer with every marker written as it was sent. `intact` is true when those of `masked` came back exactly once each and no
 * other was invented.
 */
export function tidyMarkers(masked: string, translated: string): { text: string; intact: boolean } {
  return restore(translated, masked.match(/\[\[x\d+\]\]/g) ?? [])
}

function restore(translated: string, hidden: readonly string[]): { text: string; intact: boolean } {
  const seen = new Array<number>(hidden.length).fill(0)
  let invented = false
  const text = translated.replace(PLACEHOLDER, (_, digits: string) => {
    const index = numberOf(digits)
    const original = hidden[index]
    if (original === undefined) {
      invented = true
      return ''
    }
    seen[index] = (seen[index] ?? 0) + 1
    return original
  })
  return { text, intact: !invented && seen.every((n) => n === 1) }
}
