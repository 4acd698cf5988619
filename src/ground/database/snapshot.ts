import type { Readable, Writable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

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
  copyIn(table: TableShape): Writable
  /** Empties tables and puts identity counters behind the highest value after the copy. */
  empty(tables: string[]): Promise<void>
  resetCounters(): Promise<void>
  commit(): Promise<void>
}

const SHAPES = `
  select c.relname as name,
    (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    coalesce((select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) from pg_index i
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey) where i.indrelid = c.oid and i.indisprimary), '{}') as key,
    coalesce((select array_agg(distinct r.relname::text) from pg_constraint f join pg_class r on r.oid = f.confrelid where f.conrelid = c.oid and f.contype = 'f' and r.oid <> c.oid), '{}') as needs
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`

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
  return open(url, 'begin isolation level repeatable read read only')
}

/** One transaction that fills a database; nothing of it shows before `commit`. */
export async function openRestoring(url: string): Promise<Restoring> {
  return open(url, 'begin')
}

async function open(url: string, begin: string): Promise<Restoring> {
  const client = new pg.Client({ connectionString: url, application_name: 'commonplace-backup', statement_timeout: 0 })
  await client.connect()
  await client.query("set timezone = 'UTC'; set datestyle = 'ISO'; set extra_float_digits = 1")
  await client.query(begin)
  const rows = async <T>(sql: string, values: unknown[] = []): Promise<T[]> => (await client.query(sql, values)).rows as T[]
  return {
    rows,
    tables: async () => inOrder(await rows<TableShape>(SHAPES)),
    copyOut({ name, columns, key }) {
      const order = (key.length > 0 ? key : columns).map(quote).join(', ')
      return client.query(copyTo(`copy (select ${columns.map(quote).join(', ')} from ${quote(name)} order by ${order}) to stdout`))
    },
    copyIn: ({ name, columns }) => client.query(copyFrom(`copy ${quote(name)} (${columns.map(quote).join(', ')}) from stdin`)),
    async empty(tables) {
      if (tables.length > 0) await client.query(`truncate ${tables.map(quote).join(', ')} cascade`)
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
    async commit() {
      await client.query('commit')
    },
    async close() {
      await client.end()
    },
  }
}
