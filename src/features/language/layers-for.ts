import { type Actor, actorsById } from '#features/people/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { Subject } from '#ground/feature.ts'
import { canonicalLanguage } from '#pure/lexicon/languages.ts'
import { truncateGraphemes } from '#pure/text/graphemes.ts'
import { canTranslate, chooseLayer, type Origin, type TextReader } from './layer.ts'
import { briefOf, type LayeredText, shownOf, textSentences } from './present.ts'
import { type Beginning, beginningsOf, type LayerRow, layersOf } from './queries/layers.ts'
import { takenMends } from './queries/mends.ts'

/** `open` false: this text may not go to an engine, so no button is offered. */
export type AskedSubject = Subject & { open?: boolean }

function bySubject<T extends Beginning>(rows: readonly T[], subjects: readonly Subject[]): Map<string, T[]> {
  const kinds = new Map(subjects.map(({ id, kind }) => [id, kind]))
  const grouped = new Map<string, T[]>()
  for (const row of rows) {
    if (kinds.get(row.subjectId) !== row.subjectKind) continue
    const group = grouped.get(row.subjectId)
    if (group) group.push(row)
    else grouped.set(row.subjectId, [row])
  }
  return grouped
}

/**
 * The texts of subjects as this reader sees them, by subject id; subjects without text are missing. The caller has checked that the reader may
 * read them. Two queries: layers, and the people to be credited;
 * a third where sentences were mended.
 */
export async function layersFor(db: Reader, reader: TextReader, subjects: readonly AskedSubject[]): Promise<Map<string, LayeredText>> {
  const rows = await layersOf(db, subjects)
  // Whoever mends a layer makes its pairs be written down.
  const mends = await takenMends(
    db,
    rows.flatMap(({ id, pairs }) => (pairs ? [id] : [])),
  )
  const people = await actorsById(
    db,
    [...rows, ...mends].flatMap(({ byActor }) => (byActor ? [byActor] : [])),
  )
  const open = new Map(subjects.map((subject) => [subject.id, subject.open ?? true]))
  const texts = new Map<string, LayeredText>()
  for (const [id, layers] of bySubject(rows, subjects)) {
    const text = layeredText(reader, layers, { people, mends }, open.get(id) ?? true)
    if (text) texts.set(id, text)
  }
  return texts
}

interface Credits {
  people: ReadonlyMap<string, Actor>
  mends: Awaited<ReturnType<typeof takenMends>>
}

function layeredText(reader: TextReader, layers: LayerRow[], { people, mends }: Credits, open: boolean): LayeredText | undefined {
  const original = layers.find(({ origin }) => origin === 'original')
  const shown = chooseLayer(reader, layers)
  if (!original || !shown) return undefined
  const first = shownOf(original, people)
  return {
    shown: shown === original ? first : shownOf(shown, people),
    original: first,
    layers: layers.map((row) => briefOf(row, people)),
    sentences: shown === original ? [] : textSentences(original, shown, mends, people),
    canTranslate: open && canTranslate(reader, layers),
    also: original.also,
    show: reader.show,
  }
}

export interface TitleText {
  title: string
  /** At most 140 graphemes of plain text, one line. */
  excerpt: string
  language: string
  origin: Origin
  originalLanguage: string
  warning: string | null
}

const EXCERPT = 140

/** The beginning of a text for a tile. */
export const excerptOf = (body: string): string => truncateGraphemes(body.replace(/\s+/gu, ' ').trim(), EXCERPT, '…')

/** Titles and excerpts for tiles, by subject id: as `layersFor`, in one query and without whole bodies. */
export async function titlesFor(db: Reader, reader: TextReader, subjects: readonly Subject[]): Promise<Map<string, TitleText>> {
  const rows = await beginningsOf(db, subjects, reader.reads.map(canonicalLanguage))
  const titles = new Map<string, TitleText>()
  for (const [id, layers] of bySubject(rows, subjects)) {
    const original = layers.find(({ origin }) => origin === 'original')
    const shown = chooseLayer(reader, layers)
    if (!original || !shown) continue
    titles.set(id, {
      title: shown.title,
      excerpt: excerptOf(shown.body),
      language: shown.language,
      origin: shown.origin,
      originalLanguage: original.language,
      warning: shown.warning ?? original.warning,
    })
  }
  return titles
}
