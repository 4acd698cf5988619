import type { Ground, Subject } from '#ground/feature.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import type { LayerId } from '#ground/ids/index.ts'
import { type Gloss, glossToken, glossTokens } from '#pure/gloss/gloss.ts'
import { baseLanguage } from '#pure/lexicon/languages.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { countGraphemes } from '#pure/text/graphemes.ts'
import { type LayerRow, layersOf } from '../queries/layers.ts'
import { readerOf } from '../reader.ts'
import { checkReadable, readableLayers } from '../subject-access.ts'
import { cutTexts } from './cut-words.ts'
import { lookupIn } from './lookup.ts'
import { segmenterFor } from './segmenter.ts'

export type Part = 'title' | 'body' | 'warning'
/** A text of a subject's layer (the original when no layer is named), or one that is given. */
export type TextRef = { subject: Subject; layerId?: LayerId | undefined; part: Part } | { text: string; language: string }

/** The longest text that anyone may bring along. */
const MOST_GRAPHEMES = 5_000

/** The text a reference means, for a viewer who may read it; everybody else gets not-found. */
export async function textOf(ground: Ground, viewer: Viewer, ref: TextRef): Promise<{ text: string; language: string }> {
  if ('text' in ref) {
    if (ref.text.length > MOST_GRAPHEMES && countGraphemes(ref.text) > MOST_GRAPHEMES) throw new Refusal('too-large')
    return ref
  }
  const layer = await readableLayer(ground, viewer, ref.subject, ref.layerId)
  return { text: layer[ref.part] ?? '', language: layer.language }
}

async function readableLayer(ground: Ground, viewer: Viewer, subject: Subject, layerId: LayerId | undefined) {
  await checkReadable(ground, viewer, subject)
  const layers = await layersOf(ground.db.q, [subject])
  const layer = layers.find(({ id, origin }) => (layerId ? id === layerId : origin === 'original'))
  if (!layer) throw notFound()
  return layer
}

/** In Chinese text a word in Latin letters is looked up with it; in other text Chinese words are looked up as Chinese. */
function languageAt(text: string, offset: number, language: string): string {
  const isHan = /^\p{Script=Han}/u.test(text.slice(offset, offset + 2))
  if (isHan && baseLanguage(language) !== 'ja') return baseLanguage(language) === 'zh' ? language : 'zh-Hans'
  return /^[a-z]/i.test(text.charAt(offset)) && baseLanguage(language) === 'zh' ? 'en' : language
}

/**
 * What the word at `offset` (UTF-16) of a text means, for this viewer's languages. Works without any engine. Throws `not-found` for text the
 * viewer may not read and for an offset outside of it, `too-large` beyond 5,000 graphemes.
 */
export async function glossWord(ground: Ground, viewer: Viewer, ref: TextRef, offset: number): Promise<Gloss> {
  const { text, language } = await textOf(ground, viewer, ref)
  if (offset >= text.length) throw notFound()
  const { reads } = await readerOf(ground, viewer)
  const spoken = languageAt(text, offset, language)
  return glossToken({
    text,
    offset,
    language: spoken,
    lookup: lookupIn(ground.db.read(), reads, [spoken]),
    segmenter: await segmenterFor(ground, [spoken]),
  })
}

/** Longer texts are explained so far; what lies behind is asked for word by word. */
const MOST_EXPLAINED = 2_000
/** Of all texts that are asked for at once: some tenths of a second of work. */
const MOST_TOGETHER = 8_000

export interface GlossedText {
  text: string
  glosses: Gloss[]
}
export interface GlossedLayer {
  id: LayerId
  title: GlossedText
  body: GlossedText
}

/**
 * What every word of these layers means, for this viewer's languages, in the order asked for: of each the first 2,000 letters of title and body, of all
 * together 8,000. Texts beyond that, and those the viewer may not read, are left out. As many queries for many as for one, and two more a language.
 */
export async function glossLayers(ground: Ground, viewer: Viewer, ids: readonly LayerId[]): Promise<GlossedLayer[]> {
  const reader = await readerOf(ground, viewer)
  const layers = beginnings(await readableLayers(ground, viewer, reader, ids))
  const glossed = new Map<LayerId, GlossedLayer>()
  // One language after the other: what a word means in one is not told of another's.
  for (const [language, some] of Map.groupBy(layers, (layer) => layer.language)) {
    const texts = some.flatMap(({ title, body }) => [title, body])
    const { tokens, found } = await cutTexts(
      ground,
      reader.reads,
      texts.map((text) => ({ text, language })),
    )
    const explained = texts.map((text, i) => ({ text, glosses: glossTokens(text, tokens[i] ?? [], found, (offset) => languageAt(text, offset, language)) }))
    for (const [i, { id }] of some.entries()) glossed.set(id, { id, title: explained[2 * i] ?? NOTHING, body: explained[2 * i + 1] ?? NOTHING })
  }
  return layers.flatMap(({ id }) => glossed.get(id) ?? [])
}

const NOTHING: GlossedText = { text: '', glosses: [] }

function beginnings(layers: readonly LayerRow[]): Pick<LayerRow, 'id' | 'language' | 'title' | 'body'>[] {
  const first = (text: string): string => text.slice(0, MOST_EXPLAINED).toWellFormed()
  let left = MOST_TOGETHER
  return layers.flatMap(({ id, language, ...of }) => {
    const [title, body] = [first(of.title), first(of.body)]
    left -= title.length + body.length
    return left < 0 ? [] : [{ id, language, title, body }]
  })
}

export interface Word {
  start: number
  end: number
  text: string
}

/** Where the words of a text stand, so that a page can make each of them tappable. */
export async function wordsOf(ground: Ground, viewer: Viewer, ref: TextRef): Promise<Word[]> {
  const { text, language } = await textOf(ground, viewer, ref)
  return cut(ground, text, language)
}

/** The same for title and body at once. */
export async function wordsOfLayer(ground: Ground, viewer: Viewer, subject: Subject, layerId: LayerId | undefined): Promise<{ title: Word[]; body: Word[] }> {
  const layer = await readableLayer(ground, viewer, subject, layerId)
  return { title: await cut(ground, layer.title, layer.language), body: await cut(ground, layer.body, layer.language) }
}

async function cut(ground: Ground, text: string, language: string): Promise<Word[]> {
  const segmenter = await segmenterFor(ground, [language])
  return segmenter
    .segment(text, { language })
    .filter(({ kind }) => kind === 'word')
    .map(({ start, end, text: word }) => ({ start, end, text: word }))
}
