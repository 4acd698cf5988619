import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { SCOPES } from '#ground/http/viewer.ts'
import { fingerprint } from '#ground/ids/index.ts'

export interface Seat {
  id: string
  handle: string
  /** Headers of a program and of a browser of this member. */
  program: { authorization: string }
  browser: { cookie: string }
}

/** An account with a token and a session, written straight into the tables: no password has to be hashed. */
export async function seat(db: pg.Client, handle: string, reads: string[] = ['en'], origin = 'http://127.0.0.1'): Promise<Seat> {
  const id = randomUUID()
  const secret = `${handle}-${randomUUID()}`
  await db.query(`insert into actors (id, handle, uri, name, created_at) values ($1, $2, $3, $2, now()) on conflict do nothing`, [
    id,
    handle,
    `${origin}/actors/${id}`,
  ])
  await db.query(
    `insert into members (actor_id, email, role, state, locale, reads, writes, time_zone, minor, created_at) values ($1, $2, 'member', 'active', $3, $4, $4, 'UTC', false, now())`,
    [id, `${handle}@example.org`, reads[0], reads],
  )
  await db.query(`insert into access_tokens (hash, actor_id, scopes, label, created_at) values ($1, $2, $3, 'bench', now())`, [fingerprint(secret), id, SCOPES])
  await db.query(
    `insert into sessions (id, actor_id, secret_hash, user_agent, created_at, seen_at, strong) values ($1, $2, $3, 'bench', now(), now(), false)`,
    [randomUUID(), id, fingerprint(secret)],
  )
  return { id, handle, program: { authorization: `Bearer ${secret}` }, browser: { cookie: `session=${secret}` } }
}
