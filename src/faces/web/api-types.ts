import type { PictureWords } from './picture-types.ts'

/** Shapes of the JSON that the API answers. Written by hand until they are generated from openapi.json. */

export interface Variant {
  url: string
  width: number
  height: number
  type: string
}
export interface Picture {
  id: string
  alt: string
  width: number
  height: number
  /** 0 … 1 from the top left. */
  focal: { x: number; y: number }
  /** A tiny data: URL to show while loading. */
  preview: string | null
  /** Ascending width. */
  variants: Variant[]
}
export interface ActorBrief {
  id: string
  handle: string
  host: string | null
  name: string
  avatar: Variant | null
  url: string
}

export type Show = 'translation' | 'original' | 'both'
export type Origin = 'original' | 'author' | 'person' | 'machine'
export interface LayerBrief {
  id: string
  language: string
  origin: Origin
  by: ActorBrief | null
  engine: string | null
  /** What the engine was when it made this. */
  engineVersion: string | null
  stale: boolean
  createdAt: string
}
export interface ShownText extends LayerBrief {
  title: string
  /** With readings, where the reader wants them; as `html`. */
  titleHtml: string
  body: string
  html: string
  warning: string | null
}
/** A layer on the page of all layers of a text. */
export interface Layer extends ShownText {
  rating: number
  mine: boolean
  myVote: 1 | 0 | -1
  /** The reader reads both languages, and the layer is somebody else's. */
  mayVote: boolean
  thanks: number
  revision: number
}
/** A stretch of text that stayed, came or went. */
export interface Change {
  kind: 'same' | 'added' | 'removed'
  text: string
}
/** One wording of a note or a layer; `changes` against the one before, null for the oldest. */
export interface Revision {
  revision: number
  at: string
  /** Of words in a picture, which several may word. */
  by?: ActorBrief | null
  title: string
  body: string
  warning: string | null
  changes: { title: Change[]; body: Change[]; warning: Change[] } | null
}
/** All layers of a text; `address` is the page where it stands. */
export interface Layers {
  items: Layer[]
  address: string | null
}
type SentenceState = 'fresh' | 'stale' | 'gone' | 'missing'
/** A sentence of the shown layer beside the original; both are HTML, one of them may be empty. */
export interface TextSentence {
  key: string
  part: 'title' | 'warning' | 'body'
  /** White space before it. */
  gap: string
  original: string
  shown: string
  state: SentenceState
  /** Whose words stand here in place of the layer's own. */
  by: ActorBrief | null
}
/** Another wording of one sentence, by a reader. */
export interface Mend {
  id: string
  text: string
  by: ActorBrief | null
  licence: 'text' | 'CC0-1.0'
  state: 'proposed' | 'taken' | 'replaced' | 'reverted'
  /** It says that the words still fit, and changes none. */
  confirms: boolean
  votes: number
  voted: boolean
  mine: boolean
  mayVote: boolean
  mayRevert: boolean
}
/** A sentence with what readers would say instead, newest first; plain text. */
export interface MendableSentence {
  key: string
  number: number
  part: TextSentence['part']
  original: string
  text: string
  state: SentenceState
  /** It is stale, and the reader may say that it still fits. */
  mayConfirm: boolean
  mends: Mend[]
}
/** Which language a text is in, and who says so. */
export interface LanguageOfText {
  language: string
  saidBy: 'heard' | 'author' | 'readers'
  /** The reader wrote it: their word is taken at once. */
  mine: boolean
  myWord: string | null
  voices: { language: string; count: number }[]
  needed: number
}
export interface LayeredText {
  shown: ShownText
  original: ShownText
  layers: LayerBrief[]
  sentences: TextSentence[]
  /** My words that come back in it; marked in its HTML. */
  again: DueWord[]
  canTranslate: boolean
  also: string[]
  show: Show
}

export interface TopicBrief {
  id: string
  label: string
  labels: { language: string; label: string }[]
  url: string
}
export interface PlaceBrief {
  id: string
  name: string
  country: string | null
  url: string
}
/** How places of my notes are shown. */
export interface PlaceRules {
  wait: 'none' | 'day' | 'week'
  never: PlaceBrief[]
  /** How the place that was asked for is shown. */
  shownAs: PlaceBrief | null
}

export interface Tile {
  id: string
  url: string
  kind: string
  author: ActorBrief
  title: string
  /** Language of the title that is shown. */
  language: string
  originalLanguage: string
  origin: Origin
  excerpt: string
  cover: Picture | null
  /** 0 … 7. */
  coverPattern: number
  pictureCount: number
  likeCount: number
  liked: boolean
  saved: boolean
  publishedAt: string
  topics: TopicBrief[]
  warning: string | null
  why: { code: string; facts: Record<string, string | number | boolean | string[]> } | null
}
export type Visibility = 'public' | 'unlisted' | 'followers' | 'mentioned' | 'self'
export interface NoteView extends Tile {
  text: LayeredText
  pictures: Picture[]
  /** Of those that have any. */
  pictureWords: PictureWords[]
  place: PlaceBrief | null
  /** To the author alone: what is shown from `at` on. */
  placeLater: { place: PlaceBrief; at: string } | null
  visibility: Visibility
  licence: string
  state: string
  coauthors: ActorBrief[]
  /** Whether the reader is asked to join. */
  asked: boolean
  /** To the author alone: who has not answered yet. */
  askedToo: ActorBrief[]
  commentCount: number
  saveCount: number
  boostCount: number
  boosted: boolean
  mine: boolean
  editedAt: string | null
  revision: number
  pinnedCommentId: string | null
}
/** How readers will read a reply that is still being written. */
export interface BridgeView {
  from: string
  to: string
  text: string | null
  engine: string | null
  back: string | null
  warnings: { phrase: string; meaning: string }[]
}
export interface CommentView {
  id: string
  url: string
  rootId: string
  parentId: string
  author: ActorBrief
  text: LayeredText
  picture: Picture | null
  publishedAt: string
  editedAt: string | null
  likeCount: number
  liked: boolean
  replyCount: number
  /** The first three. */
  replies: CommentView[]
  pinned: boolean
  mine: boolean
}
export interface Page<T> {
  items: T[]
  next: string | null
}

export interface Relation {
  following: boolean
  pending: boolean
  followedBy: boolean
  blocking: boolean
  blockedBy: boolean
  muting: boolean
}
export interface ProfileView extends ActorBrief {
  bio: LayeredText | null
  banner: Picture | null
  links: { label: string; url: string; verifiedAt: string | null }[]
  place: PlaceBrief | null
  joinedAt: string
  counts: { notes: number; followers: number; following: number }
  relation: Relation | null
  reads: string[]
  writes: string[]
  locked: boolean
  /** Whether the reader may see followers and following. */
  listsOpen: boolean
  pinned: Tile[]
}
export interface TopicView extends TopicBrief {
  kind: string
  names: { language: string; label: string; aliases: string[] }[]
  following: boolean
  noteCount?: number
  related: TopicBrief[]
  broader: TopicBrief[]
  narrower: TopicBrief[]
  apart: TopicBrief[]
  merged: { label: string; language: string; proposalId: string }[]
  proposed: number
}
export type { TopicProposal, TopicStep } from './topic-types.ts'
export interface Gloss {
  headword: string
  reading: string | null
  traditional: string | null
  senses: string[]
  others: { headword: string; reading: string | null; senses: string[] }[]
  parts: { headword: string; reading: string | null; senses: string[] }[]
  language: string
  source: { name: string; url: string; licence: string } | null
  /** Its id among my words, when I keep it. */
  savedId: string | null
}
/** What every word of a layer means; `entry` counts in `entries`. */
export interface GlossSheet {
  title: GlossedText
  body: GlossedText
  entries: Gloss[]
}
export interface GlossedText {
  text: string
  words: { start: number; end: number; entry: number }[]
}
/** How many notes hold a word; `more` beyond a hundred. */
export interface WordCount {
  count: number
  more: boolean
}
/** A word that readers explain to each other. */
export interface CultureWord {
  id: string
  language: string
  headword: string
  revision: number
  reading: string
  en: string
  zhHans: string
  /** In other languages, by base tag. */
  meanings: Record<string, string>
  score: number
  myVote: 1 | 0 | -1
  /** Whose wording this is; null when they left. */
  by: { handle: string; name: string } | null
  at: string
}
/** A word of mine whose day to come back has come. */
export interface DueWord {
  id: string
  language: string
  headword: string
  reading: string | null
  senses: string[]
  meetings: number
}
/** In how many days a word that was met comes back; null: it is known. */
export interface MetWord {
  id: string
  days: number | null
}
/** It, with notes of other people that hold it. */
export interface WordAgain {
  word: DueWord
  notes: Tile[]
}
export interface SavedWord {
  id: string
  language: string
  headword: string
  reading: string | null
  senses: string[]
  /** Where it was met; empty when that text cannot be read any more. */
  sentence: string
  address: string | null
  savedAt: string
}

export interface Viewer {
  id: string
  handle: string
  name: string
  role: 'member' | 'moderator' | 'admin'
  locale: string
  reads: string[]
  writes: string[]
  avatar?: Variant | null
  confirmed?: boolean
  email?: string | null
  pendingEmail?: string | null
  timeZone?: string
  /** A second factor was shown in this session. */
  strong?: boolean
  hasPassword?: boolean
  minor?: boolean
  settings: Record<string, unknown>
}
export interface Place {
  name?: string
  /** The first account needs the code that the server printed. */
  firstRunCode?: boolean
  registration: 'open' | 'invite' | 'approval' | 'closed'
  firstRun: boolean
  mailAvailable: boolean
  publicReading: boolean
  origin?: string
  engines?: { from: string; to: string; name: string }[]
}
export interface Session {
  viewer: Viewer | null
  locale?: string
  place: Place
  unread?: number
}
