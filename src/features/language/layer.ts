import { languageMatches } from '#pure/lexicon/languages.ts'
import type { Mark } from '#pure/text/marks.ts'

/** Words and rules of layers; no database. */

/** Who worded it: the text as it was written, its author in another language, another member, or an engine. */
export type Origin = 'original' | 'author' | 'person' | 'machine'
export type Show = 'translation' | 'original' | 'both'

/** Texts that are read one after the other: what is marked in the first is not marked again in the next. */
export interface Passage {
  language: string
  texts: readonly string[]
  /** Of somebody else: the reader's own words come back there. */
  others: boolean
}
/** The marks of each text of each passage, and the words that come back in them by id. */
export type Marker = (passages: readonly Passage[]) => Promise<{ marks: Mark[][][]; words: ReadonlyMap<string, DueWord> }>

/** A word that the reader keeps and whose day to come back has come. */
export interface DueWord {
  id: string
  language: string
  headword: string
  reading: string | null
  senses: string[]
  meetings: number
}

/** For whom text is chosen. `readerOf` makes one for a viewer. */
export interface TextReader {
  /** Languages read, best first (BCP 47). */
  reads: readonly string[]
  show: Show
  /** Languages of originals that are shown as they are although they are not read best. */
  keepOriginal: readonly string[]
  locale: string
  /** Whether some engine translates this pair; absent: none does. */
  serves?: (from: string, to: string) => boolean
  /** Whom the reader blocked, or who blocked them: their layers are not for each other. */
  apart?: ReadonlySet<string>
  /** Small readings for words they may not know, and words of theirs that come back; absent: none. */
  mark?: Marker | undefined
}

/** What the choice looks at. */
export interface Choosable {
  id: string
  language: string
  origin: Origin
  also: readonly string[]
  rating: number
  stale: boolean
  /** More of it is stale than not. */
  outdated: boolean
  byActor?: string | null
}

/** Whether a layer is another's, with whom this reader wants nothing to do (or they with the reader). */
export const isApart = ({ apart }: Pick<TextReader, 'apart'>, { origin, byActor }: Pick<Choosable, 'origin' | 'byActor'>): boolean =>
  origin === 'person' && byActor != null && (apart?.has(byActor) ?? false)

/** At this rating a member's layer is no longer chosen for anyone; it can still be opened. */
export const HIDDEN_RATING = -3
/** Lengths of a layer in graphemes: translations of a title of 60 may need more room than it had. */
export const layerLimits = { title: 200, body: 20_000, warning: 400 } as const

const RANK: Record<Origin, number> = { original: 3, author: 0, person: 1, machine: 2 }

/** Undetermined text needs no translation: nobody knows from what. */
export const readsLanguage = (reads: readonly string[], language: string): boolean =>
  language === 'und' || reads.some((read) => languageMatches(read, language))

/** Languages mixed into an original that this reader does not read. */
export const unreadRest = (reader: Pick<TextReader, 'reads'>, original: Pick<Choosable, 'also'>): string[] =>
  original.also.filter((language) => !readsLanguage(reader.reads, language))

/** Whether the reader understands the original as a whole. */
export const understands = (reader: Pick<TextReader, 'reads'>, original: Pick<Choosable, 'also' | 'language'>): boolean =>
  readsLanguage(reader.reads, original.language) && unreadRest(reader, original).length === 0

/**
 * Whether a layer makes a machine's needless: an engine's has to be fresh, a person's may have stale sentences (marked as such) as long as most of it
 * still renders the original.
 */
export const stillStands = ({ origin, stale, outdated }: Choosable): boolean => (origin === 'machine' ? !stale : !outdated)

/**
 * Layers that may stand for the original, best first: those that mostly still render it, then by origin (its author's, a person's, the machine's with
 * mended sentences in it), rating, fresh before stale, the reader's order of languages, oldest.
 */
export function candidates<T extends Choosable>(reader: TextReader, original: T, layers: readonly T[]): T[] {
  // Who reads the main language of a mixed text wants it in that language, not in a third one.
  const wanted = readsLanguage(reader.reads, original.language) ? [original.language] : reader.reads
  const place = (layer: T) => wanted.findIndex((language) => languageMatches(language, layer.language))
  return layers
    .filter(
      (layer) => layer.origin !== 'original' && place(layer) >= 0 && !(layer.origin === 'person' && layer.rating <= HIDDEN_RATING) && !isApart(reader, layer),
    )
    .sort(
      (a, b) =>
        Number(a.outdated) - Number(b.outdated) ||
        RANK[a.origin] - RANK[b.origin] ||
        b.rating - a.rating ||
        Number(a.stale) - Number(b.stale) ||
        place(a) - place(b) ||
        (a.id < b.id ? -1 : 1),
    )
}

/** Which layer this reader sees first. `layers` holds the original too; undefined when there is none. */
export function chooseLayer<T extends Choosable>(reader: TextReader, layers: readonly T[]): T | undefined {
  const original = layers.find((layer) => layer.origin === 'original')
  if (!original) return undefined
  const asWritten = reader.show === 'original' || understands(reader, original) || reader.keepOriginal.some((kept) => languageMatches(kept, original.language))
  return asWritten ? original : (candidates(reader, original, layers)[0] ?? original)
}

/** From which language an engine would have to translate this original into `to`; undefined when there is nothing to translate. */
export function sourceFor(original: Pick<Choosable, 'also' | 'language'>, to: string): string | undefined {
  if (original.language === 'und') return undefined
  if (!languageMatches(original.language, to)) return original.language
  return original.also.find((language) => !languageMatches(language, to))
}

/** Language into which "translate" would bring the original for this reader; undefined when it needs none or no engine can. */
export function targetFor(reader: TextReader, original: Choosable): string | undefined {
  if (original.language === 'und' || understands(reader, original)) return undefined
  const wanted = readsLanguage(reader.reads, original.language) ? [original.language] : reader.reads
  return wanted.find((to) => {
    const from = sourceFor(original, to)
    return from !== undefined && (reader.serves?.(from, to) ?? false)
  })
}

/** Whether a button "translate" makes sense: a route exists and no layer in that language still stands. */
export function canTranslate<T extends Choosable>(reader: TextReader, layers: readonly T[]): boolean {
  const original = layers.find((layer) => layer.origin === 'original')
  const target = original && targetFor(reader, original)
  if (!original || target === undefined) return false
  const best = candidates(reader, original, layers)[0]
  return best === undefined || !stillStands(best)
}
