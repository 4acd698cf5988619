import { actorsById } from '#features/people/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { Subject } from '#ground/feature.ts'
import { canonicalLanguage } from '#pure/lexicon/languages.ts'
import { truncateGraphemes } from '#pure/text/graphemes.ts'
import type { Mark } from '#pure/text/marks.ts'
import { isConversion } from './engines/opencc.ts'
import { canTranslate, chooseLayer, type DueWord, isApart, type Origin, type TextReader } from './layer.ts'
import { briefOf, type Credits, type LayeredText, type LayerMarks, shownOf, textSentences } from './present.ts'
import { type BareLayer, bareLayersOf, beginningsOf, type LayerRow, layersWithWords } from './queries/layers.ts'
import { takenMends } from './queries/mends.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

/** `open` false: this text may not go to an engine, so no button is offered but for its other script. `others`: somebody else wrote it, so the reader's words come back in it. */
export type AskedSubject = Subject & { open?: boolean; others?: boolean }

function bySubject<T extends BareLayer>(rows: readonly T[], subjects: readonly Subject[]): Map<string, T[]> {
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
 * read them. Three queries: layers, the words of those that are shown, and the people to be credited;
 * a fourth where sentences were mended; more for a reader with a reading level.
 */
export async function layersFor(db: Reader, reader: TextReader, subjects: readonly AskedSubject[]): Promise<Map<string, LayeredText>> {
  return new Map([...(await layeredTexts(db, reader, subjects))].map(([id, { text }]) => [id, text]))
}

interface Layered {
  text: LayeredText
  original: LayerRow
  shown: LayerRow
}

/** As `layersFor`, with the rows it was made of. */
export async function layeredTexts(db: Reader, reader: TextReader, subjects: readonly AskedSubject[]): Promise<Map<string, Layered>> {
  const rows = await bareLayersOf(db, subjects)
  const chosen = await choose(db, reader, bySubject(rows, subjects))
  // Whoever mends a layer makes its pairs be written down.
  const mends = await takenMends(
    db,
    chosen.flatMap(({ shown: { id, pairs } }) => (pairs ? [id] : [])),
  )
  const people = await actorsById(
    db,
    [...rows, ...mends].flatMap(({ byActor }) => (byActor ? [byActor] : [])),
  )
  const asked = new Map(subjects.map((subject) => [subject.id, subject]))
  const marked = await marksOf(
    reader,
    chosen,
    chosen.map(({ id }) => asked.get(id)?.others ?? false),
  )
  return new Map(
    chosen.map(({ id, ...one }, i) => {
      const text = layeredText(reader, one, { people, mends }, marked[i], asked.get(id)?.open ?? true)
      return [id, { text, original: one.original, shown: one.shown }]
    }),
  )
}

interface Chosen {
  id: string
  layers: BareLayer[]
  original: LayerRow
  shown: LayerRow
  sentences: Sentence[]
}

/** Which layer each text is shown in, with its words and those of the original. */
async function choose(db: Reader, reader: TextReader, texts: ReadonlyMap<string, BareLayer[]>): Promise<Chosen[]> {
  const picked = [...texts].flatMap(([id, layers]) => {
    const original = layers.find(({ origin }) => origin === 'original')
    return original ? [{ id, layers, original, shown: chooseLayer(reader, layers) ?? original }] : []
  })
  const ids = new Set(picked.flatMap(({ original, shown }) => [original.id, shown.id]))
  const worded = new Map((await layersWithWords(db, [...ids])).map((row) => [row.id, row]))
  return picked.flatMap(({ id, layers, ...of }) => {
    const original = worded.get(of.original.id)
    if (!original) return []
    // It may have been taken out just now.
    const shown = worded.get(of.shown.id) ?? original
    return [{ id, layers, original, shown, sentences: shown === original ? [] : sentencesOf(original, shown) }]
  })
}

/** Marks of the original, of the shown layer and of the sentences of both; the reader's words that come back in them. */
interface Marked {
  original: LayerMarks
  shown: LayerMarks
  sentences: [Mark[][], Mark[][]]
  again: DueWord[]
}

/** For all texts at once. */
async function marksOf({ mark }: TextReader, texts: readonly Chosen[], others: readonly boolean[]): Promise<Marked[]> {
  if (!mark) return []
  const passages = texts.flatMap(({ original, shown, sentences }, i) =>
    [
      { language: original.language, texts: [original.title, original.body] },
      { language: shown.language, texts: shown === original ? [] : [shown.title, shown.body] },
      { language: original.language, texts: sentences.map((one) => one.original) },
      { language: shown.language, texts: sentences.map(({ text }) => text) },
    ].map((passage) => ({ ...passage, others: others[i] ?? false })),
  )
  const { marks, words } = await mark(passages)
  const inLayer = ([title = [], body = []]: Mark[][] = []): LayerMarks => ({ title, body })
  return texts.map((_, i) => {
    const all = marks.slice(i * 4, i * 4 + 4)
    const again = new Set(all.flat(2).flatMap((one) => one.again ?? []))
    return {
      original: inLayer(all[0]),
      shown: inLayer(all[1]),
      sentences: [all[2] ?? [], all[3] ?? []],
      again: [...again].flatMap((id) => words.get(id) ?? []),
    }
  })
}

function layeredText(
  reader: TextReader,
  { layers, original, shown, sentences }: Omit<Chosen, 'id'>,
  credits: Credits,
  marked: Marked | undefined,
  open: boolean,
): LayeredText {
  const first = shownOf(original, credits.people, marked?.original)
  return {
    shown: shown === original ? first : shownOf(shown, credits.people, marked?.shown),
    original: first,
    layers: layers.flatMap((row) => (isApart(reader, row) ? [] : [briefOf(row, credits.people)])),
    sentences: textSentences(shown, sentences, credits, marked?.sentences),
    again: marked?.again ?? [],
    canTranslate: canTranslate(open || !reader.serves ? reader : { ...reader, serves: isConversion }, layers),
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
