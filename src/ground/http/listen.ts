import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Ground } from '#ground/feature.ts'

/** One protocol behind the one port. The first face that `takes` a path answers it. */
export interface Face {
  takes(path: string, request: IncomingMessage): boolean
  /** Either a fetch-style answer … */
  fetch?(request: Request, peer: { address: string }): Promise<Response>
  /** … or Node's own pair, for frameworks that want it. */
  node?(request: IncomingMessage, response: ServerResponse): void
}

export interface Listening {
  port: number
  /** Stops accepting, lets open requests finish (≤ 10 s), closes (security R7). */
  close(): Promise<void>
}

const MOST_PER_ADDRESS = 100
const GRACE_MS = 8000

export async function listen({ config, log, clock }: Pick<Ground, 'config' | 'log' | 'clock'>, faces: Face[]): Promise<Listening> {
  const listeners = new Map(
    faces
      .filter((face) => face.fetch)
      .map((face) => [
        face,
        getRequestListener(
          (request, env) => {
            const incoming = (env as unknown as { incoming: IncomingMessage }).incoming
            return (face.fetch as NonNullable<Face['fetch']>)(request, { address: incoming.socket.remoteAddress ?? '' })
          },
          { overrideGlobalObjects: false },
        ),
      ]),
  )
  const server = createServer(
    { headersTimeout: 15_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000, keepAliveTimeout: 5_000, maxHeaderSize: 16_384 },
    (request, response) => {
      const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
      const face = faces.find((one) => one.takes(path, request))
      if (!face) {
        response.writeHead(404).end()
        return
      }
      securityHeaders(response, path, config.origin.startsWith('https:'))
      if (face.node) face.node(request, response)
      else void listeners.get(face)?.(request, response)
    },
  )
  // Uploads and live streams set their own deadlines.
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n')
    else socket.destroy()
  })
  limitConnections(server)
  await new Promise<void>((ready, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(error.code === 'EADDRINUSE' ? new Error(`Port ${config.PORT} is in use. Stop the other program or choose another with --port.`) : error),
    )
    server.listen(config.PORT, config.HOST, ready)
  })
  const { port } = server.address() as AddressInfo
  log.info({ port }, 'listening')
  return {
    port,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()))
      server.closeIdleConnections()
      await Promise.race([closed, clock.sleep(GRACE_MS)])
      server.closeAllConnections()
    },
  }
}

// Programs send people to sign in in a pop-up, which must be able to answer its opener (security X2).
const opensPopUps = (path: string): boolean => path === '/sign-in' || path.startsWith('/oauth/')

function securityHeaders(response: ServerResponse, path: string, https: boolean): void {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'strict-origin-when-cross-origin')
  response.setHeader('cross-origin-opener-policy', opensPopUps(path) ? 'unsafe-none' : 'same-origin')
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(self), payment=()')
  if (https) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
}

/** At most 100 open connections of one address; those beyond are cut at once (security D1). */
export function limitConnections(server: ReturnType<typeof createServer>): void {
  const open = new Map<string, number>()
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? ''
    const count = (open.get(address) ?? 0) + 1
    // Loopback is the host's own proxy or a load test.
    if (count > MOST_PER_ADDRESS && !address.includes('127.0.0.1') && address !== '::1') {
      socket.destroy()
      return
    }
    open.set(address, count)
    socket.on('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left <= 0) open.delete(address)
      else open.set(address, left)
    })
  })
}
