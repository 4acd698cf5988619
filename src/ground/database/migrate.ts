import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Database } from './index.ts'

export type { Migration }
/** What a migration's `up` gets: tables are named as text there, for their types describe today and not then. */
// biome-ignore lint/suspicious/noExplicitAny: a migration speaks of tables as they were
export type Schema = Kysely<any>

export interface Migrations {
  name: string
  migrations: Record<string, Migration>
}

/** Runs each feature's own numbered migrations, from the bottom of the list up (ADR 0006). Throws what a migration threw. */
export async function migrate(db: Database, fromBottomUp: Migrations[]): Promise<string[]> {
  const done: string[] = []
  for (const { name, migrations } of fromBottomUp) {
    const migrator = new Migrator({
      db: db.q,
      provider: { getMigrations: async () => migrations },
      migrationTableName: `migrations_${name.replaceAll('-', '_')}`,
      migrationLockTableName: 'migrations_lock',
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw error
    for (const result of results ?? []) if (result.status === 'Success') done.push(`${name}/${result.migrationName}`)
  }
  return done
}
