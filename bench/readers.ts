import type pg from 'pg'
import { type Seat, seat } from './member.ts'

/**
 * Readers who like notes of three topics each; some of them can be asked for as. Each size of a place has its own, who know its notes.
 * `acts`: likes of each.
 */
export async function seatReaders(
  db: pg.Client,
  { readers, acts, seats: count, round }: { readers: number; acts: number; seats: number; round: number },
): Promise<Seat[]> {
  await db.query('set statement_timeout = 0')
  await db.query('set synchronous_commit = off')
  const seats: Seat[] = []
  for (let i = 0; i < count; i += 1) seats.push(await seat(db, `seat${round}x${i}`, i % 2 ? ['en'] : ['zh-Hans', 'en']))
  await db.query('create temp table reader as select row_number() over () as i, id from unnest($1::uuid[]) id', [seats.map(({ id }) => id)])
  await db.query('insert into reader select $1 + i, gen_random_uuid() from generate_series(1, $2::int) i', [count, Math.max(0, readers - count)])
  await db.query(
    `insert into actors (id, handle, uri, name, created_at) select id, 'reader${round}x' || i, 'bench:' || id, 'Reader', now() from reader where i > $1`,
    [count],
  )
  await db.query(
    `insert into members (actor_id, email, role, state, locale, reads, writes, time_zone, minor, created_at)
     select id, 'reader${round}x' || i || '@example.org', 'member', 'active', 'en', '{en}', '{en}', 'UTC', false, now() from reader where i > $1`,
    [count],
  )
  await db.query(`create temp table shelf as select t.number, row_number() over (partition by f.topic_id order by f.note_id) as n, f.note_id
    from feed_topics f join (select topic_id, row_number() over (order by topic_id) as number from (select distinct topic_id from feed_topics) d) t using (topic_id)`)
  await db.query('create index on shelf (number, n)')
  await db.query('create temp table sizes as select number, max(n) as size from shelf group by number')
  await db.query('analyze shelf')
  await db.query(
    `insert into likes (note_id, actor_id, created_at)
     select s.note_id, w.id, now() - random() * interval '60 days' from (
       select r.id, z.number, 1 + floor(random() * z.size)::int as n from reader r, generate_series(1, $1::int) k
       join lateral (select number, size from sizes where number = 1 + (r.i * 31 + (k % 3) * 97) % (select count(*) from sizes)) z on true) w
     join shelf s on s.number = w.number and s.n = w.n on conflict do nothing`,
    [acts],
  )
  await db.query('drop table reader, shelf, sizes')
  await db.query('vacuum (analyze)')
  return seats
}
