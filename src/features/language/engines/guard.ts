import { judgeTranslation } from '#pure/lexicon/judge-translation.ts'
import { tidyMarkers } from '#pure/text/protect.ts'
import { type Engine, EngineFault } from './engine.ts'

/** What an engine said of one text: its translation, markers of protected spans as they were sent; or why that cannot be shown. */
export type Verdict = { text: string; refused?: never } | { refused: string; text?: never }

/**
 * One call of an engine with texts whose protected spans are hidden behind markers (`protect`), and a verdict on each answer. Throws EngineFault;
 * kind `answer` when the answer as a whole is of no use, as when one is missing and nobody knows which.
 */
export async function askEngineFor(engine: Engine, texts: readonly string[], from: string, to: string, signal: AbortSignal, call?: string): Promise<Verdict[]> {
  const said = await engine.translate(texts, from, to, signal, call)
  if (said.length !== texts.length) throw new EngineFault('answer', 'not one translation for each text')
  return texts.map((text, i) => judge(text, (said[i] ?? '').trim(), from, to))
}

function judge(source: string, said: string, from: string, to: string): Verdict {
  const { text, intact } = tidyMarkers(source, said)
  const rubbish = judgeTranslation(source, said, from, to)
  if (rubbish) return { refused: rubbish }
  return intact ? { text } : { refused: 'protected' }
}
