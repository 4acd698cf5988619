import type { Messages } from '#pure/words/index.ts'

const areas: Record<string, () => Promise<Record<string, Messages>>> = import.meta.glob<Record<string, Messages>>('../../pure/words/*/web-*.ts')

/** The messages of one area (`web-note`) in one language, in English where there are none; null for an area that no page has. */
export async function wordsOf(locale: string, area: string): Promise<Messages | null> {
  const file = areas[`../../pure/words/${locale}/${area}.ts`] ?? areas[`../../pure/words/en/${area}.ts`]
  return file ? Object.assign({}, ...Object.values(await file())) : null
}
