import type { Readable, Writable } from 'node:stream'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Reader } from './index.ts'
import type { Tables } from './tables.ts'

export interface TableShape {
  name: string
  columns: string[]
  /** Primary key columns: the order rows are written in, so that equal tables give equal bytes. */
  key: string[]
  /** Tables its foreign keys point to. */
  needs: string[]
}

export interface Snapshot {
  tables(): Promise<TableShape[]>
  /** Rows as PostgreSQL's COPY text format, ordered by key. */
  copyOut(table: TableShape): Readable
  rows<T>(sql: string, values?: unknown[]): Promise<T[]>
  close(): Promise<void>
}

export interface Restoring extends Snapshot {
  /** The same transaction, for migrations. */
  tx: Reader
  copyIn(table: TableShape): Writable
  drop(tables: string[]): Promise<void>
  empty(tables: string[]): Promise<void>
  /** Puts identity counters behind the highest value after the copy. */
  resetCounters(): Promise<void>
  commit(): Promise<void>
}

// A table in parts is one table: where its rows go is decided where they are written.
const SHAPES = `
  select c.relname as name,
    (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    coalesce((select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) from pg_index i
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey) where i.indrelid = c.oid and i.indisprimary), '{}') as key,
    coalesce((select array_agg(distinct r.relname::text) from pg_constraint f join pg_class r on r.oid = f.confrelid where f.conrelid = c.oid and f.contype = 'f' and r.oid <> c.oid), '{}') as needs
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by c.relname`

/** By name, but what a foreign key points to comes first, so that a restore can copy in this order. */
function inOrder(tables: TableShape[]): TableShape[] {
  const byName = new Map(tables.map((table) => [table.name, table]))
  const ordered = new Set<TableShape>()
  const add = (table: TableShape): void => {
    if (ordered.has(table)) return
    for (const name of table.needs) {
      const needed = byName.get(name)
      if (needed) add(needed)
    }
    ordered.add(table)
  }
  for (const table of tables) add(table)
  return [...ordered]
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** One repeatable-read view of the whole database while others go on writing. */
export async function openSnapshot(url: string): Promise<Snapshot> {
  const client = await connect(url)
  await client.query('begin isolation level repeatable read read only')
  return { ...reading(client), close: () => client.end() }
}

/** One transaction that fills a database; nothing of it shows before `commit`. */
export async function openRestoring(url: string): Promise<Restoring> {
  const client = await connect(url)
  const pool: PostgresPool = { options: {}, connect: async () => Object.assign(client, { release: () => {} }), end: () => client.end() }
  const tx = await new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }).startTransaction().execute()
  const { rows, ...snapshot } = reading(client)
  const list = (tables: string[]) => tables.map(quote).join(', ')
  return {
    ...snapshot,
    rows,
    tx,
    copyIn: ({ name, columns }) => client.query(copyFrom(`copy ${quote(name)} (${list(columns)}) from stdin`)),
    async drop(tables) {
      if (tables.length > 0) await client.query(`drop table ${list(tables)} cascade`)
    },
    async empty(tables) {
      if (tables.length > 0) await client.query(`truncate ${list(tables)} cascade`)
    },
    async resetCounters() {
      for (const { table, column } of await rows<{ table: string; column: string }>(
        "select table_name as table, column_name as column from information_schema.columns where table_schema = 'public' and is_identity = 'YES'",
      )) {
        await client.query(`select setval(pg_get_serial_sequence($1, $2), coalesce((select max(${quote(column)}) from ${quote(table)}), 0) + 1, false)`, [
          quote(table),
          column,
        ])
      }
    },
    commit: () => tx.commit().execute(),
    close: () => client.end(),
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'commonplace-backup', statement_timeout: 0 })
  await client.connect()
  await client.query("set timezone = 'UTC'; set datestyle = 'ISO'; set extra_float_digits = 1")
  return client
}

function reading(client: pg.Client): Pick<Snapshot, 'rows' | 'tables' | 'copyOut'> {
  const rows = async <T>(sql: string, values: unknown[] = []): Promise<T[]> => (await client.query(sql, values)).rows as T[]
  return {
    rows,
    tables: async () => inOrder(await rows<TableShape>(SHAPES)),
    copyOut({ name, columns, key }) {
      const order = (key.length > 0 ? key : columns).map(quote).join(', ')
      return client.query(copyTo(`copy (select ${columns.map(quote).join(', ')} from ${quote(name)} order by ${order}) to stdout`))
    },
  }
}
