import { Refusal } from '#pure/problem/index.ts'
import { countGraphemes } from '#pure/text/graphemes.ts'
import { normaliseLine, normaliseText } from '#pure/text/normalise.ts'
import { findSpans } from '#pure/text/spans.ts'

/** Words and rules of notes; no database. Limits are those of the product (lengths in graphemes). */

export type NoteKind = 'photo' | 'text' | 'comment'
/** Members choose; a comment is never wider than its root. */
export type Visibility = 'public' | 'unlisted' | 'followers' | 'mentioned' | 'self'
/** The states that exist so far of the state table; each change is logged by moderation. */
export type NoteState = 'processing' | 'published' | 'author-deleted' | 'archived'
export const LICENCES = ['all-rights-reserved', 'CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-SA-4.0'] as const
export type Licence = (typeof LICENCES)[number]

export const VISIBILITIES = ['public', 'unlisted', 'followers', 'mentioned', 'self'] as const satisfies Visibility[]

export const limits = {
  title: 60,
  body: 5_000,
  comment: 1_000,
  warning: 120,
  alt: 1_500,
  pictures: 18,
  topics: 10,
  coauthors: 5,
  mentions: 20,
  layers: 8,
  pinned: 5,
} as const

const WIDTH: Record<Visibility, number> = { self: 0, mentioned: 1, followers: 2, unlisted: 3, public: 4 }

/** The narrower of the two: what a comment gets. */
export const narrower = (a: Visibility, b: Visibility): Visibility => (WIDTH[a] <= WIDTH[b] ? a : b)

/** Which of eight papers a text note's title is set on: a stable choice by id. */
export function coverPatternOf(id: string): number {
  let sum = 0
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) % 8_191
  return sum % 8
}

const MOVES: Record<NoteState, readonly NoteState[]> = {
  processing: ['published', 'author-deleted'],
  published: ['archived', 'author-deleted'],
  archived: ['published', 'author-deleted'],
  'author-deleted': [],
}
export const mayMove = (from: NoteState, to: NoteState): boolean => MOVES[from].includes(to)

/** A text as it is stored. */
export interface Wording {
  title: string
  body: string
  warning: string | null
}

function within(text: string, field: 'title' | 'body' | 'warning', count: number): string {
  // A grapheme may be several code units, never less than one: most texts need no counting.
  if (text.length > count && countGraphemes(text) > count) throw new Refusal(`${field}-length`, { field, count })
  return text
}

/** Normalised text of a note within its limits. Throws Refusal `title-length`, `body-length`, `warning-length`. */
export function noteWording({ title, body, warning }: { title: string; body: string; warning: string | null }): Wording {
  return {
    title: within(normaliseLine(title), 'title', limits.title),
    body: within(normaliseText(body).trim(), 'body', limits.body),
    warning: within(normaliseLine(warning ?? ''), 'warning', limits.warning) || null,
  }
}

/** Text of a comment. Throws Refusal `body-length`, and `comment-empty` when neither words nor a picture are left. */
export function commentWording(text: string, hasPicture: boolean): Wording {
  const body = within(normaliseText(text).trim(), 'body', limits.comment)
  if (body === '' && !hasPicture) throw new Refusal('comment-empty', { field: 'body' })
  return { title: '', body, warning: null }
}

/** With pictures it is a photo note, else a text note, which needs a title for its cover. Throws Refusal `title-needed`, `pictures-count`, `pictures-needed`. */
export function kindOfNote({ title, pictures, wanted }: { title: string; pictures: number; wanted?: 'photo' | 'text' | undefined }): 'photo' | 'text' {
  if (pictures > limits.pictures) throw new Refusal('pictures-count', { field: 'pictures', count: limits.pictures })
  if (wanted === 'photo' && pictures === 0) throw new Refusal('pictures-needed', { field: 'pictures' })
  if (pictures > 0) return 'photo'
  if (title === '') throw new Refusal('title-needed', { field: 'title' })
  return 'text'
}

/** Labels of the topics in a body, in order, without doubles. */
export const hashtagsOf = (body: string): string[] => [...new Set(findSpans(body).flatMap((span) => (span.kind === 'hashtag' ? [span.value] : [])))]

/** Handles of people of this place (`host`) named in a text, lower case, without doubles. */
export function mentionsOf(text: string, host: string): string[] {
  const handles = findSpans(text).flatMap((span) => {
    if (span.kind !== 'mention') return []
    const [handle = '', at] = span.value.toLowerCase().split('@')
    return at === undefined || at === host ? [handle] : []
  })
  return [...new Set(handles)]
}

/**
 * Only narrower, for others may have answered in trust; what nobody but the author could see, and nobody else answered (`isAnswered`), may
 * become anything. Throws Refusal `visibility-wider`.
 */
export function checkVisibilityChange(from: Visibility, to: Visibility, isAnswered = false): void {
  if ((from !== 'self' || isAnswered) && narrower(from, to) !== to) throw new Refusal('visibility-wider', { field: 'visibility' })
}
