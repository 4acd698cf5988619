/** A word as a card. */
export interface Card {
  headword: string
  reading: string | null
  senses: readonly string[]
  sentence: string
  language: string
  /** Absolute address of the text it was met in. */
  link: string | null
}

const COLUMNS = ['Word', 'Reading', 'Meanings', 'Sentence', 'Language', 'Link']

/**
 * A file that Anki imports as it is: UTF-8 text, one card a line, columns between tabs, named in its header
 * (docs.ankiweb.net/importing/text-files.html). Line breaks and tabs inside a field become spaces.
 */
export function* ankiLines(cards: Iterable<Card>): Generator<string> {
  yield `#separator:tab\n#html:false\n#columns:${COLUMNS.join('\t')}\n`
  for (const { headword, reading, senses, sentence, language, link } of cards)
    yield `${[headword, reading ?? '', senses.join('; '), sentence, language, link ?? ''].map(field).join('\t')}\n`
}

/** A quotation mark opens a quoted field, and a `#` at the beginning of a line a comment: both are quoted. */
function field(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return /["]|^#/.test(line) ? `"${line.replaceAll('"', '""')}"` : line
}
