/** A sentence and where it stands; UTF-16 offsets, white space around it left out. */
export type Sentence = { text: string; start: number; end: number }

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' })
  } catch {
    return new Intl.Segmenter('und', { granularity: 'sentence' })
  }
}

// Words before whose full stop a sentence goes on. Those that often end one too (etc., usw., и т. д.) are left out.
const ABBREVIATION =
  /(?:^|[\s("'“‘«¿¡])(?:mr|mrs|ms|dr|prof|st|mt|jr|sr|vs|feat|ft|fig|approx|e\.g|i\.e|cf|z\.\s?b|d\.\s?h|nr|bzw|hr|fr|m|mm|mme|mlle|sra|srta|ud|uds|p\.\s?ej|т\.\s?е|им|ул|г)\.\s*$/iu
const INITIAL = /(?:^|[\s(.])\p{Lu}\.\s*$/u
const NUMBERED = /(?:^|\s)(?:no|nos|vol|p|pp|art|ca)\.\s*$/iu
/** No abbreviation is longer; looking no further back keeps the time linear. */
const LOOK_BACK = 24
const HAS_WORDS = /[\p{L}\p{N}]/u

/** Whether what the segmenter cut in two is one sentence after all. `before` and `after` stand on one line. */
function goesOn(before: string, after: string): boolean {
  if (ABBREVIATION.test(before) || INITIAL.test(before) || (NUMBERED.test(before) && /^\d/.test(after))) return true
  // Emoji, brackets and signs after the end belong to what they follow.
  if (!HAS_WORDS.test(after)) return true
  // "Stop!" he said. 「何これ！」と言った。
  return /[!?…！？][”"’'»」』)）]*\s*$/u.test(before) && (/^\p{Ll}/u.test(after) || /^(?:と|って|というよ?うに)/u.test(after))
}

/** `[start, end)` of what the segmenter says, put together again where it is known to cut too often. */
function* rangesOf(text: string, language: string): Generator<[number, number]> {
  let open: [number, number] | null = null
  for (const { segment, index } of segmenterFor(language).segment(text)) {
    const end = index + segment.length
    const before = open ? text.slice(Math.max(open[0], index - LOOK_BACK), index) : ''
    if (open && segment.trim() !== '' && !/[\r\n\u2028\u2029]$/u.test(before) && goesOn(before, segment)) {
      open[1] = end
      continue
    }
    if (open) yield open
    open = [index, end]
  }
  if (open) yield open
}

/**
 * Sentences of `text` in order. `language` is a BCP 47 tag; an unknown one is treated as undetermined.
 * `text.slice(start, end) === sentence.text` always holds, and only white space lies between sentences. A line end always ends a sentence.
 *
 * `Intl.Segmenter` (UAX 29) finds the marks of all our scripts; what it cuts too often (titles and initials before a name, quotes that go on,
 * trailing emoji) is joined here. Where it is not good enough: text without marks is one sentence a line (Thai, song texts, much of chat);
 * 好吧……我走了 is one, since an ellipsis may go on; an abbreviation that is not in the list cuts. Alignment (`align.ts`) bears with that.
 */
export function splitSentences(text: string, language: string): Sentence[] {
  const sentences: Sentence[] = []
  for (const [from, to] of rangesOf(text, language)) {
    const segment = text.slice(from, to)
    const trimmed = segment.trim()
    if (trimmed === '') continue
    const start = from + segment.indexOf(trimmed)
    sentences.push({ text: trimmed, start, end: start + trimmed.length })
  }
  return sentences
}
