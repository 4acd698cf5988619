import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { readConfig } from '#ground/config/index.ts'
import { openGround } from '#ground/open.ts'
import { features } from '../src/rooms.ts'

export const TEMPLATE = 'commonplace_template'

/** One PostgreSQL for the whole run (DATABASE_URL's server, else the embedded one) with a migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'commonplace-test-'))
  // As root the database runs as another user, who must be able to get in.
  chmodSync(dataDir, 0o755)
  const given = process.env.DATABASE_URL
  const engine = given ? null : await (await import('#ground/database/embedded/index.ts')).startEmbedded({ dataDir, log: () => {} })
  const admin = given ?? (engine?.url as string)
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  const template = `${TEMPLATE}_${process.pid}`
  await client.query(`create database ${template}`)
  const url = databaseUrl(admin, template)
  const ground = await openGround(readConfig({}, { DATABASE_URL: url, DATA_DIR: dataDir, LOG_LEVEL: 'error' }), features)
  for (const feature of [...features].reverse()) await feature.start?.(ground)
  await ground.close()
  project.provide('database', { admin, template })
  return async () => {
    const { rows } = await client.query('select datname from pg_database where datname like $1', [`${template}%`])
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
    await client.end()
    await engine?.leave()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** The same server, another database; keeps the socket parameters of the embedded engine. */
export function databaseUrl(admin: string, database: string): string {
  const url = new URL(admin)
  url.pathname = `/${database}`
  return url.href
}

declare module 'vitest' {
  interface ProvidedContext {
    database: { admin: string; template: string }
  }
}
