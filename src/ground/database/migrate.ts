import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Reader } from './index.ts'

export type { Migration }
/** What a migration's `up` gets: tables are named as text there, for their types describe today and not then. */
// biome-ignore lint/suspicious/noExplicitAny: a migration speaks of tables as they were
export type Schema = Kysely<any>

export interface Migrations {
  name: string
  migrations: Record<string, Migration>
}

/** Feature (as in the name of its table) → names of its migrations. */
export type MigrationNames = Record<string, string[]>
export const tableWord = (feature: string): string => feature.replaceAll('-', '_')

/** A large table takes longer to change than a request may. */
const unhurried = (migration: Migration): Migration => ({
  ...migration,
  async up(db) {
    await sql`set local statement_timeout = 0`.execute(db)
    await migration.up(db)
  },
})

/**
 * Runs each feature's own numbered migrations, from the bottom of the list up (ADR 0006); with `upTo` only those named there.
 * On a transaction all of it is one. Throws what a migration threw.
 */
export async function migrate(db: Reader, fromBottomUp: Migrations[], upTo?: MigrationNames): Promise<string[]> {
  const done: string[] = []
  for (const { name, migrations } of fromBottomUp) {
    const word = tableWord(name)
    const wanted = upTo ? Object.fromEntries(Object.entries(migrations).filter(([one]) => upTo[word]?.includes(one))) : migrations
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => Object.fromEntries(Object.entries(wanted).map(([one, migration]) => [one, unhurried(migration)])) },
      migrationTableName: `migrations_${word}`,
      migrationLockTableName: 'migrations_lock',
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw error
    for (const result of results ?? []) if (result.status === 'Success') done.push(`${name}/${result.migrationName}`)
  }
  return done
}
