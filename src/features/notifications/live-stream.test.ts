import { expect, test } from 'vitest'
import type { Ground } from '#ground/feature.ts'
import { anonymous, type Member } from '#ground/http/viewer.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import type { LiveMessage } from '#ground/live/index.ts'
import { openStream, streamLimits } from './live-stream.ts'

const me: Member = {
  kind: 'member',
  id: 'lin' as ActorId,
  handle: 'lin',
  role: 'member',
  locale: 'en',
  reads: [],
  scopes: new Set(),
  minor: false,
  confirmed: true,
  sessionId: null,
  strong: false,
}

/** A ground whose messages and timers the test sends. */
function stage(readable = new Set(['n', 'c'])) {
  const heard = new Map<string, Set<(message: LiveMessage) => void>>()
  const ends = new Set<() => void>()
  const timers = new Map<number, () => void>()
  const ground = {
    db: { q: {} },
    log: { warn() {} },
    house: {
      subjects: new Map(
        ['note', 'comment'].map((kind) => [
          kind,
          { readable: async (_db: unknown, _viewer: unknown, ids: string[]) => new Set(ids.filter((id) => readable.has(id))) },
        ]),
      ),
    },
    clock: {
      every(ms: number, work: () => void) {
        timers.set(ms, work)
        return () => timers.delete(ms)
      },
    },
    live: {
      subscribe(to: string, call: (message: LiveMessage) => void) {
        const calls = heard.get(to) ?? new Set()
        heard.set(to, calls.add(call))
        return () => calls.delete(call)
      },
      onEnd(_member: string, end: () => void) {
        ends.add(end)
        return () => ends.delete(end)
      },
      listening: (to: string) => heard.get(to)?.size ?? 0,
    },
  } as unknown as Ground
  const say = (to: string, message: LiveMessage) => {
    for (const call of heard.get(to) ?? []) call(message)
  }
  return { ground, say, ends, timers, open: () => heard.get('lin')?.size ?? 0, heard }
}
const call = (again = async () => me as Member | ReturnType<typeof anonymous>) => ({ again, signal: new AbortController().signal })
const reading = (response: Response) => {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  return async () => (await reader?.read())?.value
}

test('a member hears what is theirs, and a heartbeat', async () => {
  const { ground, say, timers } = stage()
  const next = reading(await openStream(ground, me, undefined, call()))
  expect(await next()).toBe('retry: 5000\n\n')
  say('lin', { kind: 'notice', data: { id: '1' } })
  expect(await next()).toBe('event: notice\ndata: {"id":"1"}\n\n')
  timers.get(streamLimits.heartbeatMs)?.()
  expect(await next()).toBe(': here\n\n')
})

test('under a note only what the member may read is said', async () => {
  const { ground, say } = stage()
  const next = reading(await openStream(ground, me, 'n' as NoteId, call()))
  await next()
  say('note:n', { kind: 'comment', data: { rootId: 'n', commentId: 'hidden' } })
  say('note:n', { kind: 'layer', data: { subjectKind: 'comment', subjectId: 'hidden' } })
  say('note:n', { kind: 'comment', data: { rootId: 'n', commentId: 'c' } })
  expect(await next()).toContain('"commentId":"c"')
  await expect(openStream(ground, me, 'other' as NoteId, call())).rejects.toMatchObject({ code: 'not-found' })
})

test('an eleventh stream is refused; one that closes makes room', async () => {
  const { ground, open } = stage()
  const streams = []
  for (let n = 0; n < streamLimits.perMember; n += 1) streams.push(await openStream(ground, me, undefined, call()))
  await expect(openStream(ground, me, undefined, call())).rejects.toMatchObject({ code: 'too-many-requests' })
  await streams[0]?.body?.cancel()
  expect(open()).toBe(streamLimits.perMember - 1)
  await openStream(ground, me, undefined, call())
})

test('a stream that nobody reads is let go at one mebibyte', async () => {
  const { ground, say, open } = stage()
  const response = await openStream(ground, me, undefined, call())
  const big = 'x'.repeat(1000)
  for (let n = 0; n < 1000; n += 1) say('lin', { kind: 'notice', data: { n, big } })
  expect(open()).toBe(1)
  for (let n = 1000; n < 1100; n += 1) say('lin', { kind: 'notice', data: { n, big } })
  expect(open()).toBe(0)
  await expect(response.text()).rejects.toThrow('too slow')
})

test('it ends on sign-out, when the caller is someone else now, and when the page goes', async () => {
  const one = stage()
  const signedOut = await openStream(one.ground, me, undefined, call())
  for (const end of [...one.ends]) end()
  expect(await signedOut.text()).toBe('retry: 5000\n\n')
  expect([one.open(), one.timers.size, one.ends.size]).toEqual([0, 0, 0])

  let who: Member | ReturnType<typeof anonymous> = me
  const two = stage()
  const expired = await openStream(
    two.ground,
    me,
    undefined,
    call(async () => who),
  )
  two.timers.get(streamLimits.recheckMs)?.()
  await Promise.resolve()
  expect(two.open()).toBe(1)
  who = anonymous()
  two.timers.get(streamLimits.recheckMs)?.()
  expect(await expired.text()).toBe('retry: 5000\n\n')
  expect(two.open()).toBe(0)

  const three = stage()
  const gone = new AbortController()
  await openStream(three.ground, me, undefined, { again: async () => me, signal: gone.signal })
  gone.abort()
  expect(three.open()).toBe(0)
})
