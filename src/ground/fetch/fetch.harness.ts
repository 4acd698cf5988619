import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo, Server, Socket } from 'node:net'
import { createServer as createSocketServer } from 'node:net'
import { afterEach } from 'vitest'
import { systemClock } from '#ground/clock/index.ts'
import type { Log } from '#ground/log/index.ts'
import type { Fetch, FetchSettings } from './index.ts'
import { FetchRefused, makeFetch } from './index.ts'

// Servers and settings that the tests of this folder share.

const open: { server: Server; sockets: Set<Socket>; stops: (() => void)[] }[] = []
afterEach(async () => {
  for (const { server, sockets, stops } of open.splice(0)) {
    for (const stop of stops) stop()
    for (const socket of sockets) socket.destroy()
    server.close()
  }
})

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  open.push({ server, sockets, stops: [] })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
export const serve = (answer: RequestListener): Promise<number> => listen(createServer(answer))
export const serveBytes = (answer: (socket: Socket) => void): Promise<number> =>
  listen(
    createSocketServer((socket) => {
      socket.on('error', () => {})
      answer(socket)
    }),
  )
/** Calls `work` again and again until the test is over. */
export const drip = (work: () => void): void => {
  open.at(-1)?.stops.push(systemClock.every(2, work))
}

export function recorder(): { log: Log; lines: string[] } {
  const lines: string[] = []
  const write = (facts: object, message: string): void => void lines.push(`${message} ${JSON.stringify(facts)}`)
  const log: Log = { debug: write, info: write, warn: write, error: write, child: () => log }
  return { log, lines }
}
export const fetchThat = (more: Partial<FetchSettings> = {}): Fetch =>
  makeFetch({ allowPrivateHosts: [], userAgent: 'Commonplace-test', log: recorder().log, ...more })
export const allowing = (port: number, more: Partial<FetchSettings> = {}): Fetch => fetchThat({ allowPrivateHosts: [`127.0.0.1:${port}`], ...more })
export const reasonOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'answered'
  } catch (error) {
    return error instanceof FetchRefused ? error.reason : `not refused: ${String(error)}`
  }
}
/** A clock whose deadline passes when the test says so. */
export function handClock(): { clock: FetchSettings['clock'] & object; pass(): void } {
  const passes: (() => void)[] = []
  return {
    clock: { sleep: () => new Promise<void>((resolve) => passes.push(resolve)) },
    pass: () => passes.splice(0).forEach((resolve) => resolve()),
  }
}
