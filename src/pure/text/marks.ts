/** Something a reader is shown at a word of a text: how it is said, and which word of theirs comes back there (its id). Offsets are UTF-16. */
export interface Mark {
  start: number
  end: number
  reading?: string
  again?: string
}

/** `text` with the five characters that mean something in HTML written as entities. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}

/**
 * The plain text from `from` to `to` as HTML, its words with their readings as `<ruby>`. A screen reader says the word and not its reading as well;
 * where ruby is unknown, the reading stands in brackets. Marks that overlap, reach out of the stretch or cut a character are left out.
 */
export function markedHtml(text: string, from: number, to: number, marks: readonly Mark[]): string {
  let html = ''
  let at = from
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const word = text.slice(mark.start, mark.end)
    if (mark.start < at || mark.end > to || word === '' || !word.isWellFormed()) continue
    html += escapeHtml(text.slice(at, mark.start)) + wordHtml(escapeHtml(word), mark)
    at = mark.end
  }
  return html + escapeHtml(text.slice(at, to))
}

function wordHtml(word: string, { reading, again }: Mark): string {
  const kept = again ? `<mark>${word}</mark>` : word
  if (!reading) return kept
  return `<ruby>${kept}<rp aria-hidden="true">(</rp><rt aria-hidden="true">${escapeHtml(reading)}</rt><rp aria-hidden="true">)</rp></ruby>`
}
