import { createHash, timingSafeEqual } from 'node:crypto'
import type { Ground } from '#ground/feature.ts'
import { isFromHere } from '#ground/http/client.ts'
import type { Face } from '#ground/http/listen.ts'
import type { ApiFace } from './index.ts'

/** Everything that is not a page: the own API, health, metrics. */
export function plainFace(ground: Ground, api: ApiFace): Face {
  return {
    takes: (path) => path.startsWith('/api/') || path.startsWith('/-/api/') || path.startsWith('/health/') || path === '/metrics',
    async fetch(request, peer) {
      const path = new URL(request.url).pathname
      if (path === '/health/live') return new Response('ok\n', { headers: { 'content-type': 'text/plain' } })
      if (path === '/health/ready') return ready(ground)
      if (path === '/metrics')
        return isFromHere(peer.address, request.headers) || knowsToken(request, ground.config.METRICS_TOKEN)
          ? new Response(await ground.metrics.text(), { headers: { 'content-type': 'text/plain; version=0.0.4' } })
          : new Response(null, { status: 404 })
      return api.fetch(request, peer)
    },
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()

function knowsToken(request: Request, token: string | undefined): boolean {
  const sent = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  return token !== undefined && sent !== undefined && timingSafeEqual(digest(sent), digest(token))
}

async function ready({ db }: Ground): Promise<Response> {
  try {
    await db.q.selectFrom('host_settings').select('key').limit(1).execute()
    return new Response('ready\n', { headers: { 'content-type': 'text/plain' } })
  } catch {
    return new Response('the database is away\n', { status: 503, headers: { 'content-type': 'text/plain', 'retry-after': '5' } })
  }
}
