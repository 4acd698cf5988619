import { ownMedia, presentMedia, receiveBody, UPLOADS, uploadHandler } from '#features/media/index.ts'
import type { Ground } from '#ground/feature.ts'
import { isLoopback } from '#ground/http/client.ts'
import type { Face } from '#ground/http/listen.ts'
import { problemOf, problemResponse } from '#ground/http/problem.ts'
import type { Member } from '#ground/http/viewer.ts'
import { interfaceLanguages, negotiate } from '#pure/lexicon/languages.ts'
import { Refusal } from '#pure/problem/index.ts'
import type { ApiFace, Authenticate, Peer } from './index.ts'
import { isOwnOrigin, readSession } from './session.ts'

const LIMIT = { count: 600, windowSeconds: 3600 }

/** Resumable uploads at /uploads, for the site (session cookie and Origin) and for programs (bearer). */
export function uploadFace(ground: Ground, authenticate: Authenticate): Face {
  const upload = uploadHandler(ground)
  return {
    takes: (path) => path === UPLOADS || path.startsWith(`${UPLOADS}/`),
    fetch: (request, peer) =>
      request.method === 'OPTIONS'
        ? Promise.resolve(preflight())
        : answered(ground, request, async () => {
            const member = await uploader(ground, authenticate, request, peer, !request.headers.has('authorization'))
            return withCors(await upload(request, member))
          }),
  }
}

const BODIES = new Map([
  ['/api/commonplace/v1/media', false],
  ['/-/api/media', true],
])

/** The API with `POST /media` in front: the one route whose body is a picture and not JSON. */
export function withBodies(ground: Ground, authenticate: Authenticate, api: ApiFace): ApiFace {
  return {
    ...api,
    async fetch(request, peer) {
      const bySession = request.method === 'POST' ? BODIES.get(new URL(request.url).pathname) : undefined
      if (bySession === undefined) return api.fetch(request, peer)
      return answered(ground, request, async () => {
        const member = await uploader(ground, authenticate, request, peer, bySession)
        const row = await ownMedia(ground, member, await receiveBody(ground, member, request))
        return withCors(Response.json(await presentMedia(ground, member, row), { status: 201, headers: { 'cache-control': 'private, no-store' } }))
      })
    },
  }
}

/** The confirmed member who may upload. Throws the refusals of the API. */
async function uploader(ground: Ground, authenticate: Authenticate, request: Request, peer: Peer, bySession: boolean): Promise<Member> {
  const bearer = /^Bearer ([\w.~+/=-]{1,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null
  const viewer = await authenticate(ground, {
    session: bySession ? readSession(request, ground.config) : null,
    bearer: bySession ? null : bearer,
    languages: request.headers.get('accept-language') ?? '',
  })
  if (viewer.kind !== 'member') throw new Refusal('sign-in-needed')
  if (bySession && request.method !== 'HEAD' && !peer.page && !isOwnOrigin(request, ground.config)) throw new Refusal('foreign-origin')
  if (!viewer.scopes.has('write')) throw new Refusal('missing-scope', { scope: 'write' })
  if (!viewer.confirmed) throw new Refusal('unconfirmed')
  if (request.method === 'POST' && !(ground.config.RATE_LIMITS === 'off' && isLoopback(peer.address)))
    ground.limiter.take(`uploads ${viewer.id}`, LIMIT.count, LIMIT.windowSeconds)
  return viewer
}

async function answered(ground: Ground, request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const locale = negotiate(request.headers.get('accept-language') ?? '', interfaceLanguages) ?? 'en'
    return withCors(problemResponse(problemOf(error, { locale, log: ground.log, id: ground.ids.next() })))
  }
}

const TUS = { 'tus-resumable': '1.0.0', 'tus-version': '1.0.0', 'tus-extension': 'creation,creation-with-upload,termination,expiration' }
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'location, upload-offset, upload-length, upload-expires, tus-resumable, retry-after',
}

const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...TUS,
      ...CORS,
      'access-control-allow-methods': 'POST, HEAD, PATCH, DELETE',
      'access-control-allow-headers': 'authorization, content-type, tus-resumable, upload-length, upload-metadata, upload-offset',
      'access-control-max-age': '86400',
    },
  })

/** For bearer tokens: a cookie is never sent along, for credentials are not allowed. */
function withCors(response: Response): Response {
  for (const [name, value] of Object.entries(CORS)) response.headers.set(name, value)
  return response
}
