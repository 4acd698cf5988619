import { gzipSync } from 'node:zlib'
import { error } from '@sveltejs/kit'
import { wordsOf } from '../../../../../words.server.ts'
import type { RequestHandler } from './$types'

const packed = new Map<string, Uint8Array<ArrayBuffer>>()
const LASTING = { 'content-type': 'application/json', 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' }

/** Messages of the interface for the browser. Another build has another address. */
export const GET: RequestHandler = async ({ params: { locale, area }, request }) => {
  const messages = await wordsOf(locale, area)
  if (!messages) error(404)
  const text = JSON.stringify(messages)
  if (!request.headers.get('accept-encoding')?.includes('gzip')) return new Response(text, { headers: LASTING })
  const body = packed.get(text) ?? new Uint8Array(gzipSync(text))
  packed.set(text, body)
  return new Response(body, { headers: { ...LASTING, 'content-encoding': 'gzip' } })
}
