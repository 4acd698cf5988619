import type { Connection } from './place.ts'
import { installedPackage } from './binaries.ts'
import { startFrom } from './engine.ts'

export interface EmbeddedEngine {
  /** `host` is the folder of a unix socket, as `pg` takes it. */
  readonly connection: Connection
  /** The same as one address for `connectionString`; it holds the password, so it is never logged. */
  readonly url: string
  /** Lets go of the database; the last process to leave stops it. Close your own pools first. May be called twice. */
  leave(): Promise<void>
}

export interface EmbeddedOptions {
  /** Absolute DATA_DIR; made when it is missing. */
  dataDir: string
  log(message: string, facts?: object): void
}

/**
 * Starts the PostgreSQL of this DATA_DIR, or joins the one that runs. While the engine is held it comes back by
 * itself, at the same address, after its postmaster was killed.
 * Throws an Error whose message is a sentence that says what to do (no room, no permission, no binaries).
 */
export const startEmbedded = (options: EmbeddedOptions): Promise<EmbeddedEngine> => startFrom(installedPackage, options)
