import type { Generated } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { ActorId, BoardId, NoteId } from '#ground/ids/index.ts'

/** A collection of notes. Secret ones are nobody's business but their owner's, and of those whom the owner asked in. */
export interface BoardsTable {
  id: BoardId
  owner_id: ActorId
  name: string
  description: string
  secret: boolean
  /** Made on the first save; one a member. */
  is_default: boolean
  /** Kept by the verbs' transactions. */
  note_count: Generated<number>
  created_at: Instant
  updated_at: Instant
}

export interface BoardSectionsTable {
  id: string
  board_id: BoardId
  name: string
  position: number
}

export interface BoardNotesTable {
  board_id: BoardId
  note_id: NoteId
  section_id: string | null
  /** Highest first. */
  position: number
  /** Whose save it is. */
  added_by: ActorId
  created_at: Instant
}

/** Who keeps a board together with its owner: asked first, joined when they said yes. */
export interface BoardPeopleTable {
  board_id: BoardId
  actor_id: ActorId
  state: 'asked' | 'joined'
  created_at: Instant
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    boards: BoardsTable
    board_sections: BoardSectionsTable
    board_notes: BoardNotesTable
    board_people: BoardPeopleTable
  }
}
