import { type Picture, picturesById } from '#features/media/index.ts'
import { actorsById } from '#features/people/index.ts'
import { type Ground, ownerOf, pageOfSubject, subject } from '#ground/feature.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { MediaId } from '#ground/ids/index.ts'
import { languageMatches } from '#pure/lexicon/languages.ts'
import { notFound } from '#pure/problem/index.ts'
import { mayTakeWords } from '../delete-layer.ts'
import { isServed, switchboard } from '../engines/choose.ts'
import { candidates, sourceFor, type TextReader } from '../layer.ts'
import { creditOf } from '../present.ts'
import { type LayerRow, layersOf } from '../queries/layers.ts'
import { readerOf } from '../reader.ts'
import { checkLanguage, checkReadable } from '../subject-access.ts'
import { mayBeSent, standsFor } from '../translate-subject.ts'
import { saidByLine } from './lines.ts'
import type { Meanings, PictureWords, SeenWords } from './present.ts'
import { wordsInPictures } from './words-for.ts'

/** The language somebody would put these words into who did not say which: the first they read that does not stand there already. */
const defaultLanguage = ({ reads, locale }: TextReader, original: LayerRow | undefined): string | null =>
  [...reads, locale].find((language) => !original || !languageMatches(original.language, language)) ?? null

/** A picture with its words, and what there is of them in the language `asked` for. Throws not-found, `language-unknown`. */
export async function seeWords(ground: Ground, viewer: Viewer, id: MediaId, asked: string | undefined): Promise<SeenWords> {
  const of = subject('picture', id)
  await checkReadable(ground, viewer, of)
  const picture = (await picturesById(ground, ground.db.q, [id])).get(id)
  if (!picture) throw notFound()
  const [reader, open, me] = [await readerOf(ground, viewer), await mayBeSent(ground, of), viewerId(viewer)]
  const [owner, address] = await Promise.all([ownerOf(ground.house, ground.db.q, of), pageOfSubject(ground.house, ground.db.q, of)])
  const words = (await wordsInPictures(ground.db.q, reader, me, { ids: [id], owner, open })).get(id) ?? null
  const layers = await layersOf(ground.db.q, [of])
  const original = layers.find(({ origin }) => origin === 'original')
  const into = asked === undefined ? defaultLanguage(reader, original) : checkLanguage(asked)
  const may = {
    mayPlace: me !== null && (words?.mayPlace ?? true),
    mayTake: me !== null && original !== undefined && (await mayTakeWords(ground, me, original)),
  }
  return { ...shown(picture, words, address), ...may, ...(await beside(ground, me, layers, into, open)) }
}

const shown = (picture: Picture, words: PictureWords | null, address: string | null) => ({ picture, words, address })

/** What is there in this language already: the member's own layer, and the best of all others. */
async function beside(ground: Ground, me: string | null, layers: readonly LayerRow[], into: string | null, open: boolean) {
  const original = layers.find(({ origin }) => origin === 'original')
  const there = into === null || !original ? [] : layers.filter(({ language }) => languageMatches(language, into))
  const isMine = ({ byActor, origin }: LayerRow): boolean => me !== null && byActor === me && origin !== 'machine'
  const reader: TextReader = { reads: [into ?? ''], show: 'translation', keepOriginal: [], locale: 'en' }
  const mine = there.find((layer) => layer.origin !== 'original' && isMine(layer))
  const other =
    original &&
    candidates(
      reader,
      original,
      there.filter((layer) => !isMine(layer)),
    )[0]
  const people = await actorsById(ground.db.q, other?.byActor ? [other.byActor] : [])
  const view = (layer: LayerRow | undefined): Meanings | null =>
    original && layer && layer.origin !== 'original'
      ? {
          id: layer.id,
          origin: layer.origin,
          by: creditOf(layer.byActor, people),
          engine: layer.engine,
          meanings: saidByLine(original, layer).map(({ text }) => text),
        }
      : null
  const from = original && into !== null ? sourceFor(original, into) : undefined
  const canAsk =
    me !== null && open && from !== undefined && into !== null && isServed(switchboard(ground), from, into) && !layers.some((layer) => standsFor(layer, into))
  return { into, mine: view(mine), other: view(other), canAsk }
}
