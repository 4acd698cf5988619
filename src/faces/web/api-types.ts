/** Shapes of the JSON that the API answers. Written by hand until they are generated from openapi.json. */
import type { LayeredText, Origin } from './layer-types.ts'
import type { PictureWords } from './picture-types.ts'

export type {
  Change,
  LanguageOfText,
  Layer,
  LayerBrief,
  LayeredText,
  Layers,
  Mend,
  MendableSentence,
  Origin,
  Revision,
  Show,
  ShownText,
  TextSentence,
} from './layer-types.ts'
export type { TopicProposal, TopicStep } from './topic-types.ts'
export type { CultureWord, DueWord, Gloss, GlossedText, GlossSheet, MetWord, SavedWord, WordAgain, WordCount } from './word-types.ts'

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
  parentId: string | null
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

/** A page of a feed. */
export interface FeedPage extends Page<Tile> {
  /** What goes back to the feed with what is done on it; null or absent where nothing is learnt. */
  served?: string | null
}
/** What a member says of a note to the feed alone. */
export type Choice = 'hide' | 'less' | 'tried'

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
