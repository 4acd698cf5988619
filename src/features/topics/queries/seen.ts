import { sql } from 'kysely'
import type { ActorId } from '#ground/ids/index.ts'

/** What is not open yet is there for whoever coined it, and for nobody else. */
export const isSeenBy = (me: ActorId | null) => sql<boolean>`(topics.is_open or topics.created_by = ${me})`
