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
  title: 60, body: 5_000, comment: 1_000, warning: 120, alt: 1_500, pictures: 18, topics: 10, coauthors: 5, mentions: 20, layers: 8, pinned: 5,
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
