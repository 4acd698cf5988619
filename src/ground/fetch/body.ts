import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { FetchFailed, FetchRefused } from './errors.ts'

/** What we say we can read; other encodings end in FetchFailed. */
export const ENCODINGS = 'gzip, deflate, br'

/** Bytes on the wire may exceed the limit by the frame of an encoding, no more: empty blocks without end decode to nothing. */
const FRAME = 64 * 1024
const FIRST_ROOM = 16 * 1024

function decoderFor(encoding: string, first: Uint8Array): Transform | null {
  if (encoding === '' || encoding === 'identity') return null
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip()
  if (encoding === 'br') return createBrotliDecompress()
  // "deflate" should be zlib; some servers send it bare. Method 8 in the first half byte tells them apart.
  if (encoding === 'deflate') return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()
  throw new FetchFailed('the answer has an encoding that is not read here')
}

async function* upTo(limit: number, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > limit) throw new FetchRefused('too-large')
    yield chunk
  }
}

/** Copies into one buffer: a million chunks of one byte must not become a million objects. */
async function collect(limit: number, source: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  let held = new Uint8Array(Math.min(limit, FIRST_ROOM))
  let size = 0
  for await (const chunk of source) {
    if (size + chunk.length > limit) throw new FetchRefused('too-large')
    if (size + chunk.length > held.length) {
      const larger = new Uint8Array(Math.min(limit, Math.max(held.length * 2, size + chunk.length)))
      larger.set(held.subarray(0, size))
      held = larger
    }
    held.set(chunk, size)
    size += chunk.length
  }
  return held.slice(0, size)
}

async function* startingWith(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}

/**
 * Reads a body to its end and decodes it. `maxBytes` counts decoded bytes; reading stops at the first one too many.
 * Throws FetchRefused('too-large'), FetchFailed for an unknown encoding, and what zlib or the stream throws.
 */
export async function readBody(source: AsyncIterable<Uint8Array>, encoding: string, maxBytes: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const raw = upTo(maxBytes + FRAME, source)
  const { value: first, done } = await raw.next()
  if (done) return new Uint8Array()
  const all = startingWith(first, raw)
  const decoder = decoderFor(encoding.trim().toLowerCase(), first)
  if (!decoder) return collect(maxBytes, all)
  let body = new Uint8Array()
  await pipeline(
    all,
    decoder,
    async (decoded: AsyncIterable<Uint8Array>) => {
      body = await collect(maxBytes, decoded)
    },
    { signal },
  )
  return body
}

/** The charset that the header names, else the one in the head of an HTML page, else UTF-8. */
function charsetOf(contentType: string, body: Uint8Array): string {
  const named = /charset\s*=\s*["']?([\w:.-]{1,40})/i
  const head = /html/i.test(contentType) ? Buffer.from(body.subarray(0, 1024)).toString('latin1') : ''
  return named.exec(contentType)?.[1] ?? named.exec(head)?.[1] ?? 'utf-8'
}

/** The body as text; bytes that do not fit become U+FFFD, a byte order mark is dropped. */
export function decodeText(contentType: string, body: Uint8Array): string {
  try {
    return new TextDecoder(charsetOf(contentType, body)).decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}
