import { EventEmitter } from 'node:events'
import type { Server } from 'node:http'
import { expect, test } from 'vitest'
import { limitConnections } from '#ground/http/listen.ts'

/** A connection from this address, as the server hands it over. */
function connect(server: EventEmitter, remoteAddress: string) {
  const socket = Object.assign(new EventEmitter(), {
    remoteAddress,
    destroyed: false,
    destroy() {
      socket.destroyed = true
      socket.emit('close')
    },
  })
  server.emit('connection', socket)
  return socket
}

test('one address holds a hundred connections; the next is cut, others are let in, and a place that is free again is given', () => {
  const server = new EventEmitter()
  limitConnections(server as Server)
  const open = Array.from({ length: 100 }, () => connect(server, '203.0.113.7'))
  expect(open.some((socket) => socket.destroyed)).toBe(false)
  expect(connect(server, '203.0.113.7').destroyed).toBe(true)
  expect(connect(server, '203.0.113.8').destroyed).toBe(false)
  open[0]?.destroy()
  expect(connect(server, '203.0.113.7').destroyed).toBe(false)
  expect(connect(server, '203.0.113.7').destroyed).toBe(true)
})

test('the host’s own proxy is not counted as one address', () => {
  const server = new EventEmitter()
  limitConnections(server as Server)
  const open = Array.from({ length: 300 }, () => connect(server, '::ffff:127.0.0.1'))
  expect(open.some((socket) => socket.destroyed)).toBe(false)
})
