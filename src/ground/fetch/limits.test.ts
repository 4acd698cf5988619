import { once } from 'node:events'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { allowing, drip, fetchThat, handClock, reasonOf, serve, serveBytes } from './fetch.harness.ts'
import { FetchFailed } from './index.ts'

test('bombs stop at the decoded limit and memory stays bounded', async () => {
  const member = gzipSync(Buffer.alloc(1024 * 1024), { level: 9 })
  const gzip = Buffer.concat(Array.from({ length: 400 }, () => member))
  const bodies: Record<string, Buffer> = { gzip, br: brotliCompressSync(Buffer.alloc(64 * 1024 * 1024)), deflate: deflateSync(Buffer.alloc(32 * 1024 * 1024)) }
  const port = await serve((request, response) => {
    const encoding = request.url?.slice(1) ?? ''
    response.writeHead(200, { 'content-encoding': encoding }).end(bodies[encoding])
  })
  const before = process.memoryUsage().rss
  for (const encoding of Object.keys(bodies)) expect(await reasonOf(allowing(port).get(`http://127.0.0.1:${port}/${encoding}`)), encoding).toBe('too-large')
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
})

test('gzip, br and both kinds of deflate are read; stacked encodings are not', async () => {
  const words = Buffer.from('käse')
  const bodies: Record<string, [string, Buffer]> = {
    '/gzip': ['gzip', gzipSync(words)],
    '/br': ['br', brotliCompressSync(words)],
    '/zlib': ['deflate', deflateSync(words)],
    '/raw': ['deflate', deflateRawSync(words)],
    '/plain': ['identity', words],
  }
  const port = await serve((request, response) => {
    const [encoding, body] = bodies[request.url ?? ''] ?? ['gzip, gzip', gzipSync(gzipSync(words))]
    response.writeHead(200, { 'content-encoding': encoding }).end(request.method === 'HEAD' ? undefined : body)
  })
  for (const path of Object.keys(bodies)) expect((await allowing(port).get(`http://127.0.0.1:${port}${path}`)).text(), path).toBe('käse')
  expect((await allowing(port).request({ url: `http://127.0.0.1:${port}/gzip`, method: 'HEAD' })).body).toHaveLength(0)
  await expect(allowing(port).get(`http://127.0.0.1:${port}/stacked`)).rejects.toBeInstanceOf(FetchFailed)
})

test('an endless body is cut at the limit and the connection closed', async () => {
  let closed: Promise<unknown> = Promise.resolve()
  const port = await serve((_request, response) => {
    closed = once(response, 'close')
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(16 * 1024, 'a')));
    }
    response.on('drain', more)
    more()
  })
  expect(await reasonOf(allowing(port).get(`http://127.0.0.1:${port}/`, { maxBytes: 100_000 }))).toBe('too-large')
  await closed
})

test('a gzip of empty blocks without end is cut by its raw bytes', async () => {
  const empty = gzipSync('')
  const port = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' })
    const many = Buffer.concat(Array.from({ length: 500 }, () => empty))
    const more = (): void => {
      while (!response.destroyed && response.write(many));
    }
    response.on('drain', more)
    more()
  })
  expect(await reasonOf(allowing(port).get(`http://127.0.0.1:${port}/`))).toBe('too-large')
})

test('exactly the limit is read, one more is not; headers have a limit too', async () => {
  const port = await serve((request, response) => {
    if (request.url === '/headers') response.setHeader('x-long', 'a'.repeat(20_000))
    response.end('12345')
  })
  const fetch = allowing(port)
  expect((await fetch.get(`http://127.0.0.1:${port}/`, { maxBytes: 5 })).text()).toBe('12345')
  expect(await reasonOf(fetch.get(`http://127.0.0.1:${port}/`, { maxBytes: 4 }))).toBe('too-large')
  expect(await reasonOf(fetch.get(`http://127.0.0.1:${port}/headers`))).toBe('too-large')
})

test.each([
  ['body', 'HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n', Buffer.from('a')],
  ['gzip body', 'HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 1000000\r\n\r\n', gzipSync('')],
  ['header', 'HTTP/1.1 200 OK\r\nx-slow: ', Buffer.from('a')],
])('a dripping %s ends with the deadline', async (_what, start, bytes) => {
  const { clock, pass } = handClock()
  let dripped = 0
  let closed: Promise<unknown> = Promise.resolve()
  const port = await serveBytes((socket) => {
    closed = new Promise((resolve) => socket.once('close', resolve))
    socket.resume()
    socket.write(start)
    drip(() => {
      socket.write(bytes.subarray(dripped % bytes.length, (dripped % bytes.length) + 1))
      dripped += 1
      if (dripped === 30) pass()
    })
  })
  expect(await reasonOf(allowing(port, { clock }).get(`http://127.0.0.1:${port}/`))).toBe('deadline')
  expect(dripped).toBeGreaterThanOrEqual(30)
  await closed
})

test('silence, before or after the headers, and a resolver that never answers end with the deadline', async () => {
  const silent = await serveBytes((socket) => socket.resume())
  const halfway = await serveBytes((socket) => socket.resume().write('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n'))
  const resolve = () => new Promise<never>(() => {})
  expect(await reasonOf(allowing(silent).get(`http://127.0.0.1:${silent}/`, { deadlineMs: 30 }))).toBe('deadline')
  expect(await reasonOf(allowing(halfway).get(`http://127.0.0.1:${halfway}/`, { deadlineMs: 30 }))).toBe('deadline')
  expect(await reasonOf(fetchThat({ resolve }).get('http://never.test/', { deadlineMs: 30 }))).toBe('deadline')
})

test('one slow host gets ten places, a request that finds none in time is busy, others go on', async () => {
  const { clock, pass } = handClock()
  let reached = 0
  const full = Promise.withResolvers<void>()
  const slow = await serveBytes((socket) => {
    socket.resume()
    reached += 1
    if (reached === 10) full.resolve()
  })
  const quick = await serve((_request, response) => response.end('quick'))
  const fetch = fetchThat({ allowPrivateHosts: [`127.0.0.1:${slow}`, `127.0.0.1:${quick}`], clock })
  const reasons = Array.from({ length: 13 }, () => reasonOf(fetch.get(`http://127.0.0.1:${slow}/`)))
  await full.promise
  expect((await fetch.get(`http://127.0.0.1:${quick}/`)).text()).toBe('quick')
  pass()
  expect((await Promise.all(reasons)).sort()).toEqual([...Array(3).fill('busy'), ...Array(10).fill('deadline')])
  expect(reached).toBe(10)
})
