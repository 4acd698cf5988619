import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { DAY } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { problemOf, problemResponse } from '#ground/http/problem.ts'
import type { Member } from '#ground/http/viewer.ts'
import { isUuid, type MediaId } from '#ground/ids/index.ts'
import { LOW_WATER_BYTES } from '#ground/storage/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { beginUpload, type FreeBytes, freeBytesOf, mostBytes, uploadFolder } from './begin-upload.ts'
import { removeMedia } from './describe-media.ts'
import { findMedia } from './queries/media.ts'
import { receiveUpload } from './receive-upload.ts'

export type UploadHandler = (request: Request, member: Member) => Promise<Response>

interface Going {
  member: Member
  error?: unknown
}

export const UPLOADS = '/uploads'

/**
 * Resumable uploads (tus 1.0.0: creation, creation-with-upload, expiration, termination) at `/uploads`.
 * The caller has found out who asks; an upload answers to its owner alone, in any session of theirs.
 * The last part of an upload's address is the id of its picture. Bytes lie in DATA_DIR/uploads, so all processes that serve share that folder.
 */
export function uploadHandler(ground: Ground, { freeBytes = freeBytesOf }: { freeBytes?: FreeBytes } = {}): UploadHandler {
  const going = new WeakMap<Request, Going>()
  const memberOf = (request: Request): Member => (going.get(request) as Going).member
  const server = new Server({
    path: UPLOADS,
    datastore: new FileStore({ directory: uploadFolder(ground), expirationPeriodInMilliseconds: DAY }),
    relativeLocation: true,
    generateUrl: (_request, { path, id }) => `${path}/${id}`,
    maxSize: mostBytes(ground),
    namingFunction: (request) => beginUpload(ground, memberOf(request), announcedBytes(request), freeBytes),
    onUploadFinish: async (_request, upload) => {
      await receiveUpload(ground, upload.id as MediaId, upload.storage?.path ?? '')
      return {}
    },
    // The protocol's own errors are plain objects and its clients know their statuses; what we throw is answered as a problem.
    onResponseError: async (request, error) => {
      const it = going.get(request)
      if (it && error instanceof Error) it.error = error
      else if (it && 'status_code' in error && error.status_code >= 500 && (await freeBytes(uploadFolder(ground))) < LOW_WATER_BYTES)
        it.error = new Refusal('storage-full')
      return undefined
    },
  })
  return async (request, member) => {
    const id = new URL(request.url).pathname.slice(UPLOADS.length + 1)
    const it: Going = { member }
    going.set(request, it)
    try {
      if (id !== '') {
        const answer = await ofExisting(ground, request, member, id)
        if (answer) return answer
      } else if (request.method !== 'POST' && request.method !== 'OPTIONS') throw notFound()
      const response = await server.handleWeb(request)
      if (it.error) throw it.error
      return response
    } catch (error) {
      const response = problemResponse(problemOf(error, { locale: member.locale, log: ground.log, id: ground.ids.next() }))
      response.headers.set('tus-resumable', '1.0.0')
      return response
    }
  }
}

/** Requests about an upload that exists; null lets tus answer. */
async function ofExisting(ground: Ground, request: Request, member: Member, id: string): Promise<Response | null> {
  if (request.method === 'OPTIONS') return null
  const row = isUuid(id) ? await findMedia(ground.db.q, id as MediaId) : undefined
  if (row?.ownerId !== member.id || request.method === 'GET') throw notFound()
  if (request.method === 'DELETE') {
    await removeMedia(ground, member, row.id)
    return new Response(null, { status: 204, headers: { 'tus-resumable': '1.0.0' } })
  }
  if (row.state === 'uploading') return null
  // The answer to the last part was lost: the client asks how far it came, and it came to the end.
  const done = { 'tus-resumable': '1.0.0', 'upload-offset': String(row.bytes), 'upload-length': String(row.bytes), 'cache-control': 'no-store' }
  return new Response(null, { status: request.method === 'HEAD' ? 200 : 409, headers: done })
}

function announcedBytes(request: Request): number {
  const bytes = Number(request.headers.get('upload-length') ?? Number.NaN)
  if (!Number.isSafeInteger(bytes) || bytes < 1) throw new Refusal('bad-input', { field: 'upload-length' })
  return bytes
}
