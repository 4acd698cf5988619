import type { Ground, Subject } from '#ground/feature.ts'
import type { LayerId } from '#ground/ids/index.ts'
import { isServed, switchboard } from './engines/choose.ts'
import { EngineFault } from './engines/engine.ts'
import { isConversion } from './engines/opencc.ts'
import { languagesOf, type OriginalText, type Wording } from './keep-original.ts'
import { chooseLayer, type Origin, sourceFor, type TextReader, understands } from './layer.ts'
import { briefOf, type LayeredText, shownOf, textSentences } from './present.ts'
import type { LayerRow } from './queries/layers.ts'
import { sentencesOf } from './sentences.ts'
import { checkLanguage, checkWording, type GivenWording } from './subject-access.ts'
import { translateWording } from './translate-wording.ts'

/** A text as it is being written. */
export interface Unwritten {
  /** What it will be the text of: what engines say of it is kept and goes with that. */
  subject: Subject
  original: OriginalText
  /** The author's own, in other languages; those without words count as none. */
  layers: readonly ({ language: string } & GivenWording)[]
  /** Whether everyone will be able to read it. */
  open: boolean
}

/**
 * Whether a machine could still do something for the reader: `needless`, when there is a layer or they read the original; `can`; `cannot`,
 * when no engine serves the pair; `private`, when the text may not leave this place; `failed`.
 */
export const MACHINE = ['needless', 'can', 'cannot', 'private', 'failed'] as const
export type Machine = (typeof MACHINE)[number]

/**
 * An unpublished text as a reader of the language `to` will see it: the author's layer, else the machine's when `ask` says so, else the
 * original. Nothing is sent anywhere unless `ask` is true. Throws Refusal `language-unknown`, `layer-long`.
 */
export async function previewText(
  ground: Ground,
  { subject, original, layers, open }: Unwritten,
  { to: tag, ask }: { to: string; ask: boolean },
  signal: AbortSignal,
): Promise<{ text: LayeredText; machine: Machine }> {
  const to = checkLanguage(tag)
  const tongue = languagesOf(original, original.declared ?? [], original.language ?? undefined)
  const row = (origin: Origin, language: string, wording: Wording, engine: string | null = null): LayerRow => {
    const at = ground.clock.now()
    const made = {
      languageGiven: true,
      revision: 1,
      sourceRevision: 1,
      stale: false,
      outdated: false,
      pairs: null,
      boxes: null,
      rating: 0,
      createdAt: at,
      updatedAt: at,
      byActor: null,
      engine,
      engineVersion: null,
      licence: 'text' as const,
    }
    const id = `${origin} ${language}` as LayerId
    const { title, body, warning } = wording
    return {
      ...made,
      id,
      subjectKind: subject.kind,
      subjectId: subject.id,
      language,
      origin,
      also: origin === 'original' ? tongue.also : [],
      title,
      body,
      warning,
    }
  }
  const first = row('original', tongue.language, original)
  const own = layers
    .filter(({ title, body }) => title.trim() || body.trim())
    .map(({ language, ...given }) => row('author', checkLanguage(language), checkWording(given)))
  const reader: TextReader = { reads: [to], show: 'translation', keepOriginal: [], locale: to }
  const rows = [first, ...own]
  const chosen = chooseLayer(reader, rows) ?? first
  if (chosen !== first || understands(reader, first)) return { text: textOf(rows, first, chosen), machine: 'needless' }
  const from = sourceFor(first, to)
  const plain = { text: textOf(rows, first, first) }
  if (from === undefined || !isServed(switchboard(ground), from, to)) return { ...plain, machine: 'cannot' }
  if (!open && !isConversion(from, to) && ground.config.TRANSLATE_PRIVATE !== 'on') return { ...plain, machine: 'private' }
  if (!ask) return { ...plain, machine: 'can' }
  const said = await translateWording(ground, subject, original, { main: tongue.language, also: tongue.also, from, to }, signal).catch((error: unknown) => {
    if (error instanceof EngineFault) return null
    throw error
  })
  if (!said) return { ...plain, machine: 'failed' }
  const machine = row('machine', to, said.wording, said.engine)
  return { text: textOf([...rows, machine], first, machine), machine: 'needless' }
}

const NOBODY = new Map()

function textOf(rows: readonly LayerRow[], original: LayerRow, shown: LayerRow): LayeredText {
  const first = shownOf(original, NOBODY)
  return {
    shown: shown === original ? first : shownOf(shown, NOBODY),
    original: first,
    layers: rows.map((row) => briefOf(row, NOBODY)),
    sentences: shown === original ? [] : textSentences(shown, sentencesOf(original, shown), { mends: [], people: NOBODY }),
    again: [],
    canTranslate: false,
    also: original.also,
    show: 'translation',
  }
}
