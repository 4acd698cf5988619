import { MINUTE, SECOND } from '#ground/clock/index.ts'
import { type Ground, isReadable, subject } from '#ground/feature.ts'
import type { Call } from '#ground/http/route.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import type { LiveMessage } from '#ground/live/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'

/** Limits of security D5. */
export const streamLimits = { perMember: 10, bufferBytes: 1024 * 1024, heartbeatMs: 20 * SECOND, recheckMs: MINUTE, retryMs: 5 * SECOND } as const

/**
 * Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) for one open page of a member: their notices, and
 * with `noteId` what happens under that note. It ends on sign-out, when who asks is no longer valid, and when nobody reads it.
 * Throws Refusal `not-found` (the note), `too-many-requests` (open streams).
 */
export async function openStream(ground: Ground, me: Member, noteId: NoteId | undefined, call: Pick<Call, 'again' | 'signal'>): Promise<Response> {
  const { house, db, live, clock, log } = ground
  if (noteId && !(await isReadable(house, db.q, me, subject('note', noteId)))) throw notFound()
  if (live.listening(me.id) >= streamLimits.perMember) throw new Refusal('too-many-requests')
  const stops: (() => void)[] = []
  const encoder = new TextEncoder()
  const stop = () => {
    for (const end of stops.splice(0)) end()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOpen = true
        let last = ''
        const close = (reason?: Error) => {
          if (!isOpen) return
          isOpen = false
          stop()
          if (reason) controller.error(reason)
          else controller.close()
        }
        const write = (text: string) => {
          if (!isOpen) return
          controller.enqueue(encoder.encode(text))
          // Nobody reads: what waits is let go with the stream, the page opens another and asks the API.
          if ((controller.desiredSize ?? 0) <= 0) close(new Error('the reader of a stream is too slow'))
        }
        const say = ({ kind, data }: LiveMessage) => {
          const text = `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`
          if (text !== last) write(text)
          last = text
        }
        const sayIfReadable = (message: LiveMessage) => {
          isReadable(house, db.q, me, aboutOf(message)).then(
            (may) => may && say(message),
            (error: unknown) => log.warn({ err: error }, 'live message dropped'),
          )
        }
        const recheck = () => {
          call.again().then(
            (now) => (now.kind === 'member' && now.id === me.id ? undefined : close()),
            () => close(),
          )
        }
        const aborted = () => close()
        call.signal.addEventListener('abort', aborted)
        stops.push(
          live.subscribe(me.id, (message) => (message.kind === 'notice' ? say(message) : sayIfReadable(message))),
          live.onEnd(me.id, close),
          ...(noteId ? [live.subscribe(`note:${noteId}`, sayIfReadable)] : []),
          clock.every(streamLimits.heartbeatMs, () => write(': here\n\n')),
          clock.every(streamLimits.recheckMs, recheck),
          () => call.signal.removeEventListener('abort', aborted),
        )
        write(`retry: ${streamLimits.retryMs}\n\n`)
      },
      cancel: stop,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: streamLimits.bufferBytes }),
  )
  return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' } })
}

/** What a message under a note is about: a comment, or the text that has a new layer. */
const aboutOf = ({ kind, data }: LiveMessage) =>
  kind === 'comment' ? subject('comment', String(data.commentId)) : subject(String(data.subjectKind), String(data.subjectId))
