import type { ActorBrief, Tile } from './api-types.ts'

export interface Notice {
  id: string
  kind: string
  subjectKind: string
  subjectId: string
  actors: ActorBrief[]
  count: number
  createdAt: string
  readAt: string | null
  url: string | null
  /** Words of what it is about, and a picture of it, where there are some. */
  excerpt?: string | null
  tile?: Tile | null
}
