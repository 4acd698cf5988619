import { after, type Instant, SECOND } from '#ground/clock/index.ts'
import type { Database } from '#ground/database/index.ts'
import { type Ground, ownerOf } from '#ground/feature.ts'
import { isUuid, type MediaId } from '#ground/ids/index.ts'
import { blobKey, type StoredVariant } from './picture.ts'
import { openSubjects } from './present.ts'
import { findMedia } from './queries/media.ts'
import { isSigned, signingKey } from './signing.ts'

/** How late a removed picture may still be served by this process (security U6 allows a minute). */
const REMEMBER_MS = 20 * SECOND
const MOST_REMEMBERED = 5_000

interface Known {
  hash: string
  variants: StoredVariant[]
  /** Anybody may see it. Otherwise a signature is needed. */
  open: boolean
  until: Instant
}

const remembered = new WeakMap<Database, Map<string, Known>>()

/**
 * Answers `GET` and `HEAD /media/files/{id}/{name}`. Whether the picture may be shown is asked of the row and its subject each time
 * (remembered for 20 s); "not allowed", "expired" and "gone" are all 404.
 */
export async function serveFile(ground: Ground, request: Request): Promise<Response> {
  const url = new URL(request.url)
  const [, id = '', name = ''] = /^\/media\/files\/([^/]+)\/([^/]+)$/.exec(url.pathname) ?? []
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, { allow: 'GET, HEAD' })
  const known = isUuid(id) ? await know(ground, id as MediaId) : null
  const variant = known?.variants.find((one) => one.name === name)
  if (!known || !variant) return plain(404)
  if (!known.open && !isSigned(await signingKey(ground), id, name, url.searchParams, ground.clock.now())) return plain(404)
  const headers = headersOf(known, variant)
  if (matches(request.headers.get('if-none-match'), headers.etag ?? '')) return new Response(null, { status: 304, headers })
  if (request.method === 'HEAD') return new Response(null, { headers: { ...headers, 'content-length': String(variant.bytes) } })
  const blob = await ground.storage.get(blobKey(known.hash, name)).catch((err) => {
    ground.log.error({ err }, 'media storage is away')
    return 'away' as const
  })
  if (blob === 'away') return plain(503, { 'retry-after': '5' })
  if (!blob) {
    ground.log.error({ mediaId: id, name }, 'a stored picture is missing')
    return plain(404)
  }
  return new Response(blob.stream, { headers: { ...headers, 'content-length': String(blob.length) } })
}

async function know(ground: Ground, id: MediaId): Promise<Known | null> {
  const memory = remembered.get(ground.db) ?? new Map<string, Known>()
  remembered.set(ground.db, memory)
  const now = ground.clock.now()
  const found = memory.get(id)
  if (found && found.until > now) return found
  memory.delete(id)
  const row = await findMedia(ground.db.q, id)
  if (row?.state !== 'ready' || !row.hash) return null
  let open = false
  if (row.subject) {
    const { kind, id: subjectId } = row.subject
    open = (await openSubjects(ground, ground.db.q, kind, [subjectId])).has(subjectId)
    if (!open && !(await ownerOf(ground.house, ground.db.q, row.subject))) return null
  }
  if (memory.size >= MOST_REMEMBERED) memory.clear()
  const known = { hash: row.hash, variants: row.variants, open, until: after(now, REMEMBER_MS) }
  memory.set(id, known)
  return known
}

function headersOf({ hash, open }: Known, { name, type }: StoredVariant): Record<string, string> {
  return {
    ...SAFE,
    'content-type': type,
    etag: `"${hash.slice(0, 32)}-${name}"`,
    'cache-control': open ? 'public, max-age=31536000, immutable' : 'private, max-age=600',
  }
}

/** What a browser is told about every file that came from a stranger (security U1). */
const SAFE = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'cross-origin-resource-policy': 'cross-origin' }

const plain = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status, headers: { ...SAFE, 'cache-control': 'no-store', ...headers } })

const matches = (asked: string | null, etag: string): boolean => (asked ?? '').split(',').some((one) => [etag, '*'].includes(one.trim().replace(/^W\//, '')))
