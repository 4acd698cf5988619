import pg from 'pg'
import { startEmbedded } from './index.ts'

/** A Commonplace process for the tests: `hold DIR` until it hears 'leave', or `cycle DIR TIMES`: start, write a row, leave. */
const [mode, dataDir = '', times = '0'] = process.argv.slice(2)
const say = (message: object) => new Promise<void>((said) => process.send?.(message, () => said()))
const start = () => startEmbedded({ dataDir, log: () => {} })

async function addRow(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create table if not exists kept (id bigint generated always as identity primary key)').catch((error: { code?: string }) => {
    // Two at once: PostgreSQL's own `if not exists` may lose that race.
    if (!['23505', '42P07'].includes(error.code ?? '')) throw error
  })
  await client.query('insert into kept default values')
  await client.end()
}

async function hold(): Promise<void> {
  const engine = await start()
  await addRow(engine.url)
  process.once('message', async () => {
    await engine.leave()
    process.disconnect()
  })
  await say({ url: engine.url })
}

async function cycle(): Promise<void> {
  for (let done = 0; done < Number(times); done++) {
    const engine = await start()
    await addRow(engine.url)
    await engine.leave()
  }
  await say({ done: Number(times) })
  process.disconnect()
}

try {
  await (mode === 'hold' ? hold() : cycle())
} catch (error) {
  await say({ error: String((error as Error).message) })
  process.disconnect()
}
