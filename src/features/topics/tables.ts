import type { Generated } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { ActorId } from '#ground/ids/index.ts'

/** A concept with labels in many languages. Reference tables, but for the follows. */
export interface TopicsTable {
  /** Readable id: `punk`; of members' own topics the folded label. */
  id: string
  kind: string
  created_by: ActorId | null
  created_at: Instant
  /** Whether everybody may hear of it; false until a public or unlisted note bears it. */
  is_open: Generated<boolean>
}

export interface TopicLabelsTable {
  topic_id: string
  language: string
  label: string
  /** Key under which spellings of one label meet. */
  folded: string
  /** The same without accents and with simplified characters: the second try. */
  loose: string
  /** 0 is the one shown; others are aliases. */
  position: number
}

export interface TopicLinksTable {
  from_id: string
  to_id: string
  kind: 'narrower' | 'related'
}

/** Distribution key: reader. */
export interface TopicFollowsTable {
  member_id: ActorId
  topic_id: string
  created_at: Instant
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    topics: TopicsTable
    topic_labels: TopicLabelsTable
    topic_links: TopicLinksTable
    topic_follows: TopicFollowsTable
  }
}
