import pg from 'pg'

/** Statements that one connection may have under way before others are answered "busy". */
const MOST_OPEN = 100
/** So many statements of one moment go to one connection; what comes beside goes to the next, where it is done at the same time. */
const MOST_TOGETHER = 12
/** A connection that does not answer for so long is given up, with everything that waits on it. */
const SILENT_MS = 5_000

/** Single statements that share few connections: none waits for the answer to another before it is sent. */
export interface Pipeline {
  /** Rejects as `pg` does, and with code 53300 when too much is waiting. */
  query(text: string, values: readonly unknown[]): Promise<pg.QueryResult>
  close(): Promise<void>
}

interface Lane {
  client: Promise<pg.Client> | null
  open: number
}

interface Batch {
  lane: Lane
  count: number
}

/**
 * Statements asked at the same moment (most of a page's) leave in one write on one connection, as PostgreSQL's extended protocol allows;
 * each ends with its own Sync, so one that fails leaves the others as they are. A write and the waking of a process cost more here than
 * most of these statements. For reads that are quick: what is slow holds up what was sent behind it.
 */
export function openPipeline(
  config: pg.ClientConfig,
  { lanes: count, made, onError }: { lanes: number; made(client: pg.Client): void; onError(error: Error): void },
): Pipeline {
  const lanes: Lane[] = Array.from({ length: count }, () => ({ client: null, open: 0 }))
  let batch: Batch | null = null

  function clientOf(lane: Lane): Promise<pg.Client> {
    if (lane.client !== null) return lane.client
    const client = new pg.Client({ ...config, pipeline: true, query_timeout: SILENT_MS, connectionTimeoutMillis: SILENT_MS })
    const forget = () => {
      if (lane.client === ready) lane.client = null
    }
    client.on('error', (error) => {
      forget()
      onError(error)
    })
    client.on('end', forget)
    const ready = client.connect().then(() => {
      made(client)
      return client
    })
    ready.catch(forget)
    lane.client = ready
    return ready
  }

  /** The connection of this moment, which sends what was put to it when the moment is over. */
  function laneOfNow(): Lane {
    if (batch && batch.count < MOST_TOGETHER) {
      batch.count += 1
      return batch.lane
    }
    const lane = lanes.reduce((least, one) => (one.open < least.open ? one : least))
    const next = { lane, count: 1 }
    batch = next
    setImmediate(() => {
      if (batch === next) batch = null
    })
    return lane
  }

  return {
    async query(text, values) {
      const lane = laneOfNow()
      if (lane.open >= MOST_OPEN) throw Object.assign(new Error('too many statements are waiting'), { code: '53300' })
      lane.open += 1
      try {
        const client = await clientOf(lane)
        holdUntilSent(client)
        return await client.query(text, values as unknown[])
      } finally {
        lane.open -= 1
      }
    },
    async close() {
      await Promise.all(lanes.map(async ({ client }) => (await client?.catch(() => null))?.end()))
    },
  }
}

const held = new WeakSet<pg.Client>()

/** Keeps what is written back until what else is asked at this moment is written too. */
function holdUntilSent(client: pg.Client): void {
  if (held.has(client)) return
  const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection
  held.add(client)
  stream.cork()
  setImmediate(() => {
    held.delete(client)
    stream.uncork()
  })
}
