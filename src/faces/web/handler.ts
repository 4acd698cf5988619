import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Ground } from '#ground/feature.ts'
import type { Face } from '#ground/http/listen.ts'
import { underItsName } from '#ground/http/one-name.ts'

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void
interface Api {
  fetch(request: Request, peer: { address: string; page?: object }): Promise<Response>
}

/** What the built site finds on `event.platform.req`: its way to the API without a socket. */
export interface SitePlatform {
  api(request: Request): Promise<Response>
  origin: string
  /** Where pictures are served, when not here. */
  mediaOrigin: string | undefined
}

const built = fileURLToPath(new URL('../../../build/handler.js', import.meta.url))

/** The site (SvelteKit, built). It is a client of the API like any other, only in process. */
export async function webFace(ground: Ground, api: Api): Promise<Face> {
  if (!existsSync(built)) return { takes: () => true, fetch: async () => new Response('The site is not built: run npm start.\n', { status: 503 }) }
  // adapter-node trusts this header for the page's own address; it is overwritten below on every request.
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto'
  process.env.BODY_SIZE_LIMIT = '45M'
  const { handler } = (await import(pathToFileURL(built).href)) as { handler: Handler }
  const protocol = ground.config.origin.startsWith('https:') ? 'https' : 'http'
  return {
    takes: () => true,
    node(request, response) {
      const location = underItsName(request, ground.config)
      if (location) return void response.writeHead(302, { location }).end()
      const address = request.socket.remoteAddress ?? ''
      request.headers['x-forwarded-proto'] = protocol
      const peer = { address, page: request }
      const site: SitePlatform = { api: (asked) => api.fetch(asked, peer), origin: ground.config.origin, mediaOrigin: ground.config.MEDIA_ORIGIN }
      Object.assign(request, { commonplace: site })
      handler(request, response, () => response.writeHead(404).end())
    },
  }
}
