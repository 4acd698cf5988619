import type { Ground } from '#ground/feature.ts'
import { isLoopback } from '#ground/http/client.ts'
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
        return isLoopback(peer.address)
          ? new Response(await ground.metrics.text(), { headers: { 'content-type': 'text/plain; version=0.0.4' } })
          : new Response(null, { status: 404 })
      return api.fetch(request, peer)
    },
  }
}

async function ready({ db }: Ground): Promise<Response> {
  try {
    await db.q.selectFrom('host_settings').select('key').limit(1).execute()
    return new Response('ready\n', { headers: { 'content-type': 'text/plain' } })
  } catch {
    return new Response('the database is away\n', { status: 503, headers: { 'content-type': 'text/plain', 'retry-after': '5' } })
  }
}
