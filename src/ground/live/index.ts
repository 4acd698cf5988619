import { type Database, notify, type Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'

/** A small fact pushed to the open pages of one member; they fetch the rest through the API. */
export interface LiveMessage {
  kind: string
  data: Record<string, string | number | boolean | null>
}

/** A member, or everyone who has the page of a note open. */
export type Listener = ActorId | `note:${string}`

export interface Live {
  /** In the caller's transaction: sent when it commits, to every process. */
  tell(tx: Reader, to: Listener, message: LiveMessage): Promise<void>
  subscribe(to: Listener, heard: (message: LiveMessage) => void): () => void
  /** How many listen in this process. */
  listening(to: Listener): number
  /** Ends every stream of a member, e.g. after sign-out everywhere (security A3: ≤ 5 s). */
  onEnd(member: ActorId, end: () => void): () => void
  endStreams(tx: Reader, member: ActorId): Promise<void>
  /** Ends all streams of this process: a server that stops would wait for them. */
  endAll(): void
}

const CHANNEL = 'commonplace_live'
const END = '!end'

export async function openLive(db: Database): Promise<Live> {
  const heard = new Map<string, Set<(message: LiveMessage) => void>>()
  const ends = new Map<string, Set<() => void>>()
  await db.listen(CHANNEL, (payload) => {
    const [member, message] = parse(payload)
    if (!member) return
    if (message.kind === END) for (const end of [...(ends.get(member) ?? [])]) end()
    else for (const call of [...(heard.get(member) ?? [])]) call(message)
  })
  const add = <T>(map: Map<string, Set<T>>, key: string, value: T) => {
    const set = map.get(key) ?? new Set<T>()
    map.set(key, set.add(value))
    return () => {
      set.delete(value)
      if (set.size === 0) map.delete(key)
    }
  }
  return {
    tell: (tx, to, message) => notify(tx, CHANNEL, JSON.stringify([to, message])),
    subscribe: (to, call) => add(heard, to, call),
    listening: (to) => heard.get(to)?.size ?? 0,
    onEnd: (member, end) => add(ends, member, end),
    endStreams: (tx, member) => notify(tx, CHANNEL, JSON.stringify([member, { kind: END, data: {} }])),
    endAll() {
      for (const calls of [...ends.values()]) for (const end of [...calls]) end()
    },
  }
}

function parse(payload: string): [string, LiveMessage] | [undefined, LiveMessage] {
  try {
    return JSON.parse(payload)
  } catch {
    return [undefined, { kind: '', data: {} }]
  }
}
