import { expect, test } from 'vitest'
import { createSegmenter } from '#pure/gloss/segment.ts'
import { detectLanguage } from '#pure/lexicon/detect.ts'
import { foldLabel, foldLabelLoose } from '#pure/lexicon/fold.ts'
import { canonicalLanguage, negotiate } from '#pure/lexicon/languages.ts'
import { queryTerms } from '#pure/lexicon/terms.ts'
import { countGraphemes, truncateGraphemes } from '#pure/text/graphemes.ts'
import { splitSentences } from '#pure/text/sentences.ts'
import { formatMessage } from '#pure/words/index.ts'

const LENGTH = 100_000
const UNITS = ['a', ' ', '<', '.', '。', '朋', 'a-', '{', '\u0301', '\u200d', '👨‍👩‍👧', '\ud800', 'א', '1,', 'zh-', ';q=']

const segmenter = createSegmenter({ userWords: [] })

/** Every function that is handed what somebody wrote and is not asked so beside its file; each ends, in its test's time. */
const FUNCTIONS: Record<string, (text: string) => unknown> = {
  countGraphemes,
  truncateGraphemes: (text) => truncateGraphemes(text, 60, '…'),
  'splitSentences zh': (text) => splitSentences(text, 'zh-Hans'),
  'splitSentences en': (text) => splitSentences(text, 'en'),
  detectLanguage: (text) => detectLanguage(text, { declared: ['en', 'zh-Hans'] }),
  foldLabel,
  foldLabelLoose,
  canonicalLanguage,
  negotiate: (text) => negotiate(`${text},en`, ['en', 'zh-Hans']) ?? 'none',
  queryTerms: (text) => queryTerms(text),
  formatMessage: (text) => formatMessage('en', '{name} was here', { name: text }),
  segment: (text) => segmenter.segment(text),
}

test.each(Object.keys(FUNCTIONS))('%s ends on 100 KB of anything', { timeout: 60_000 }, (name) => {
  for (const unit of UNITS) expect(FUNCTIONS[name]?.(unit.repeat(Math.ceil(LENGTH / unit.length))), unit).toBeDefined()
})
