import type { Tx } from '#ground/database/index.ts'
import type { Subject } from '#ground/feature.ts'
import { deleteAllOf } from './queries/layers.ts'

/** The subject is gone: its text in every language, what engines said of it, and who asked go in the same transaction. */
export const dropLayers = (tx: Tx, subject: Subject): Promise<void> => deleteAllOf(tx, subject)
