import { installedPackage } from './binaries.ts'
import { type EmbeddedEngine, type EmbeddedOptions, startFrom } from './engine.ts'

export type { EmbeddedEngine, EmbeddedOptions }

/**
 * Starts the PostgreSQL of this DATA_DIR, or joins the one that runs. While the engine is held it comes back by
 * itself, at the same address, after its postmaster was killed.
 * Throws an Error whose message is a sentence that says what to do (no room, no permission, no binaries).
 */
export const startEmbedded = (options: EmbeddedOptions): Promise<EmbeddedEngine> => startFrom(installedPackage, options)
