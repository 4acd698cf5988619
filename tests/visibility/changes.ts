import pg from 'pg'
import type { World } from './thing.ts'

/** Rows that every request may touch: when a session or token was last used, and counts of tries. */
const BOOKKEEPING = new Set(['sessions', 'access_tokens', 'sign_in_tries', 'challenges', 'flood_counts'])

export interface Changes {
  /** `table: operation` of every row written since the last look. */
  taken(): Promise<{ table: string; what: string }[]>
  close(): Promise<void>
}

/** Every table writes down what is done to its rows: finer than sums before and after, and no row can change unseen. */
export async function watchTables({ house }: World): Promise<Changes> {
  const client = new pg.Client({ connectionString: house.ground.db.connection })
  await client.connect()
  await client.query(`
    create table test_changes (at bigint generated always as identity, name text not null, what text not null);
    create function test_note() returns trigger language plpgsql as $$ begin
      if TG_OP = 'UPDATE' and to_jsonb(OLD) = to_jsonb(NEW) then return NEW; end if;
      insert into test_changes (name, what) values (TG_TABLE_NAME, TG_OP || ' ' || left(to_jsonb(case when TG_OP = 'DELETE' then OLD else NEW end)::text, 300));
      return case when TG_OP = 'DELETE' then OLD else NEW end; end $$`)
  const { rows } = await client.query(
    // The parts of a table have its triggers.
    `select relname as tablename from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and relname <> 'test_changes'`,
  )
  const tables = rows.map(({ tablename }) => tablename as string).filter((table) => !BOOKKEEPING.has(table))
  for (const table of tables)
    await client.query(`create trigger test_note after insert or update or delete on "${table}" for each row execute function test_note()`)
  return {
    async taken() {
      const { rows: found } = await client.query('with gone as (delete from test_changes returning at, name, what) select name, what from gone order by at')
      return found.map(({ name, what }) => ({ table: name, what }))
    },
    close: () => client.end(),
  }
}
