import type { LayeredText, Picture, Tile, Visibility } from '../api-types.ts'
import type { Fields } from '../forms.ts'
import { guessLanguage } from './language.ts'

export const VISIBILITIES: readonly Visibility[] = ['public', 'unlisted', 'followers', 'mentioned', 'self']
export const LICENCES = ['all-rights-reserved', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-SA-4.0', 'CC0-1.0'] as const
export const limits = { title: 60, body: 5000, warning: 120, alt: 1500, pictures: 18, topics: 10, coauthors: 5, layers: 8 } as const

export interface PictureInput {
  id: string
  alt?: string
  focal?: { x: number; y: number }
}
export interface LayerInput {
  language: string
  title: string
  body: string
}
/** What a draft keeps; everything may be unfinished. */
export interface Content {
  title: string
  body: string
  warning: string | null
  /** null: as detected. */
  language: string | null
  topics: string[]
  pictures: PictureInput[]
  placeId: string | null
  licence: string
  visibility: Visibility
  coauthors: string[]
  layers: LayerInput[]
}
export interface Refused {
  code: string
  facts: Record<string, unknown>
}
export interface DraftView {
  id: string
  content: Partial<Content>
  version: number
  scheduledFor: string | null
  updatedAt: string
  pictures: Picture[]
  refusal: Refused | null
}
export interface MediaView {
  id: string
  state: 'uploading' | 'checked' | 'ready' | 'failed'
  sentence: string | null
  picture: Picture | null
}

/** What one writes, as a reader of another language will meet it. */
export interface Preview {
  tile: Tile
  text: LayeredText
  /** Whether a machine could still do something for this reader. */
  machine: 'needless' | 'can' | 'cannot' | 'private' | 'failed'
}

/** Whom one looks for first: a reader of one's own second version, else of the other of the two languages met most. */
export const firstReader = ({ layers, language, title, body }: Content): string =>
  layers[0]?.language ?? ((language ?? guessLanguage(`${title} ${body}`, [])) === 'en' ? 'zh-Hans' : 'en')

export const blank = (): Content => ({
  title: '',
  body: '',
  warning: null,
  language: null,
  topics: [],
  pictures: [],
  placeId: null,
  licence: 'all-rights-reserved',
  visibility: 'public',
  coauthors: [],
  layers: [],
})
export const filled = (content: Partial<Content>): Content => ({ ...blank(), ...content })
export const isBlank = (content: Content): boolean => !content.title.trim() && !content.body.trim() && content.pictures.length === 0

const words = (text: string): string[] =>
  text
    .split(/[,，、\n]+/)
    .map((one) => one.trim().replace(/^#/, ''))
    .filter(Boolean)
/** Handles in a text, without their @. */
export const handles = (text: string): string[] =>
  text
    .split(/[\s,，、]+/)
    .map((one) => one.replace(/^@/, ''))
    .filter(Boolean)
const unique = (list: string[]): string[] => [...new Set(list)]

function focalOf(text: string): { x: number; y: number } | undefined {
  const [x, y] = text.split(',').map(Number)
  return x !== undefined && y !== undefined && x >= 0 && x <= 1 && y >= 0 && y <= 1 ? { x, y } : undefined
}

/** A draft's content from the composer's form as a browser without script sends it. */
export function contentOf(fields: Fields): Content {
  const dropped = fields.text('dropTopic')
  const pictures = fields.all('picture').map((id): PictureInput => {
    const focal = focalOf(fields.text(`focal-${id}`))
    return { id, alt: fields.text(`alt-${id}`), ...(focal ? { focal } : {}) }
  })
  const [titles, bodies] = [fields.all('layerTitle'), fields.all('layerBody')]
  const layers = fields.all('layerLanguage').map((language, i) => ({ language, title: titles[i] ?? '', body: bodies[i] ?? '' }))
  const visibility = fields.text('visibility') as Visibility
  return {
    title: fields.text('title'),
    body: fields.text('body'),
    warning: fields.text('warning') || null,
    language: fields.text('language') || null,
    topics: unique([...fields.all('topic'), ...words(fields.text('newTopics'))])
      .filter((one) => one && one !== dropped)
      .slice(0, limits.topics),
    pictures: moved(
      pictures.filter((one) => one.id !== fields.text('dropPicture')),
      fields.text('move'),
    ),
    placeId: fields.text('placeId') || null,
    licence: fields.text('licence') || 'all-rights-reserved',
    visibility: VISIBILITIES.includes(visibility) ? visibility : 'public',
    coauthors: unique(handles(fields.text('coauthors'))).slice(0, limits.coauthors),
    layers: layers.filter((one) => one.language).slice(0, limits.layers),
  }
}

/** With a place for words in one more language, chosen without script. */
export const withLayer = (layers: LayerInput[], language: string | null): LayerInput[] =>
  !language || layers.some((one) => one.language === language) ? layers : [...layers, { language, title: '', body: '' }]

/** `move` is `id:-1` or `id:1`: one place towards the start or the end. */
export function moved<T extends { id: string }>(list: readonly T[], move: string): T[] {
  const [id, step] = move.split(':')
  return shifted(
    list,
    list.findIndex((one) => one.id === id),
    Number(step),
  )
}

export function shifted<T>(list: readonly T[], from: number, step: number): T[] {
  const to = from + step
  const next = [...list]
  if (from < 0 || !Number.isInteger(step) || to < 0 || to >= list.length) return next
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}

/** What the API takes of a draft: layers without any words are left out. */
export const bodyOf = (content: Content): Content => ({ ...content, layers: content.layers.filter((one) => one.title.trim() || one.body.trim()) })
