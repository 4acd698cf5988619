/** A sentence and where it stands; UTF-16 offsets, white space around it left out. */
export type Sentence = { text: string; start: number; end: number }

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' })
  } catch {
    return new Intl.Segmenter('und', { granularity: 'sentence' })
  }
}

/**
 * Sentences of `text` in order. `language` is a BCP 47 tag; an unknown one is treated as undetermined.
 * `text.slice(start, end) === sentence.text` always holds, and only white space lies between sentences.
 */
export function splitSentences(text: string, language: string): Sentence[] {
  const sentences: Sentence[] = []
  for (const { segment, index } of segmenterFor(language).segment(text)) {
    const trimmed = segment.trim()
    if (trimmed === '') continue
    const start = index + segment.indexOf(trimmed)
    sentences.push({ text: trimmed, start, end: start + trimmed.length })
  }
  return sentences
}
