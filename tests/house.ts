import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { type ApiFace, apiFace } from '#faces/api/index.ts'
import { authenticate } from '#features/people/index.ts'
import { movableClock } from '#ground/clock/index.ts'
import { readConfig } from '#ground/config/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { Job } from '#ground/jobs/index.ts'
import { type OpenGround, openGround } from '#ground/open.ts'
import { features } from '../src/rooms.ts'
import { type Makers, makers } from './makers.ts'
import { databaseUrl } from './server.ts'

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely
  json: any
  headers: Headers
}

/** A program of one member (or of nobody), through the real router. */
export interface Client {
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  put(path: string, body?: unknown): Promise<Answer>
  patch(path: string, body?: unknown): Promise<Answer>
  delete(path: string, body?: unknown): Promise<Answer>
}

export interface TestHouse {
  ground: OpenGround
  clock: ReturnType<typeof movableClock>
  a: Makers
  api: ApiFace
  /** The viewer object that verbs want. */
  viewer(handle: string): Promise<Member>
  as(handle: string | null): Client
  /** Runs every job that waits, and what they cause, until none is left. Throws what a job threw. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** A house of its own on a copy of the template database: real PostgreSQL, real router, own clock. */
export async function openHouse(settings: Record<string, string> = {}, start = '2026-03-01T12:00:00Z'): Promise<TestHouse> {
  const { admin, template } = inject('database')
  const name = `${template}_${randomBytes(5).toString('hex')}`
  await query(admin, `create database ${name} template ${template}`)
  const dataDir = mkdtempSync(join(tmpdir(), 'commonplace-house-'))
  // As root the database runs as another user, who must be able to get in.
  chmodSync(dataDir, 0o755)
  const clock = movableClock(start)
  const config = readConfig(
    {},
    { DATABASE_URL: databaseUrl(admin, name), DATA_DIR: dataDir, LOG_LEVEL: 'error', ORIGIN: 'http://localhost:3000', RATE_LIMITS: 'off', ...settings },
  )
  const ground = await openGround(config, features, { clock, poolSize: 5, migrated: true })
  const api = apiFace(ground, features, authenticate)
  const tokens = new Map<string, string>()
  const a = makers(ground)
  return {
    ground,
    clock,
    a,
    api,
    viewer: (handle) => a.viewer(handle),
    as: (handle) =>
      client(ground, api, async () => {
        if (handle === null) return null
        const token = tokens.get(handle) ?? (await a.token(handle))
        tokens.set(handle, token)
        return token
      }),
    settle: () => settle(ground),
    async close() {
      await ground.close()
      // Plain, it waits for the database's own vacuum worker, which `with (force)` may not end; that is for what a test left open.
      const drop = `drop database if exists ${name}`
      await query(admin, drop).catch(() => query(admin, `${drop} with (force)`))
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function query(url: string, sql: string): Promise<void> {
  const one = new pg.Client({ connectionString: url })
  await one.connect()
  try {
    await one.query(sql)
  } finally {
    await one.end()
  }
}

function client(ground: Ground, api: ApiFace, token: () => Promise<string | null>): Client {
  const ask = async (method: string, path: string, body?: unknown, extra: Record<string, string> = {}): Promise<Answer> => {
    const bearer = await token()
    const response = await api.fetch(
      new Request(`${ground.config.origin}/api/commonplace/v1${path}`, {
        method,
        headers: { ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...extra },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
      { address: '127.0.0.1' },
    )
    const text = await response.text()
    let json: unknown = null
    try {
      json = text ? JSON.parse(text) : null
    } catch {
      json = text
    }
    return { status: response.status, json, headers: response.headers }
  }
  return {
    get: (path) => ask('GET', path),
    post: (path, body = {}, headers) => ask('POST', path, body, headers),
    put: (path, body = {}) => ask('PUT', path, body),
    patch: (path, body = {}) => ask('PATCH', path, body),
    delete: (path, body) => ask('DELETE', path, body),
  }
}

/** Takes waiting jobs straight from the queue's table, so that tests neither sleep nor depend on polling. */
async function settle(ground: OpenGround): Promise<void> {
  const jobs = new Map((ground.allJobs as Job[]).map((job) => [job.name, job]))
  const pool = new pg.Client({ connectionString: ground.db.connection })
  await pool.connect()
  try {
    for (let round = 0; round < 10_000; round += 1) {
      const { rows } = await pool.query(
        `update pgboss.job set state = 'completed', completed_on = now() where (name, id) in (
           select name, id from pgboss.job where state in ('created', 'retry') and start_after <= greatest(now(), $1) and name not like '%.dead' and name not like '\\_\\_%' order by created_on, id limit 1 for update skip locked)
         returning name, data`,
        [ground.clock.now()],
      )
      const row = rows[0]
      if (!row) return
      const job = jobs.get(row.name)
      if (!job) throw new Error(`nobody works on ${row.name}`)
      await job.run(row.data, new AbortController().signal)
    }
    throw new Error('jobs cause jobs without end')
  } finally {
    await pool.end()
  }
}
