import type { ActorBrief } from './api-types.ts'

export interface Notice {
  id: string
  kind: string
  at: string
  unread: boolean
  /** How many people did it; `actors` are the latest of them. */
  count: number
  actors: ActorBrief[]
  url: string
  /** Who did what, in the language of the interface. */
  sentence: string
  /** Beginning of what it is about, and its language. */
  excerpt: string
  language: string | null
}

/** A kind of notice, as it reads of nobody in particular. */
export interface NoticeKind {
  kind: string
  sentence: string
  told: boolean
}
