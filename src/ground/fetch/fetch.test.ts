import { expect, test } from 'vitest'
import { allowing, fetchThat, reasonOf, recorder, serve, serveBytes } from './fetch.harness.ts'
import { FetchFailed, FetchRefused } from './index.ts'

const LOOPBACK = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '127.1.2.3',
  '0x7f000001',
  '0x7f.1',
  '0x7f.0x0.0x0.0x1',
  '2130706433',
  '017700000001',
  '0177.0.0.1',
  '0177.0.0.01',
  '127.0.0.1.',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  'localhost',
  'localhost.',
  'LOCALHOST',
  '0.0.0.0',
  '0',
  '[::]',
  '１２７.０.０.１',
  '127。0。0。1',
  '①②⑦.0.0.1',
  '%31%32%37.0.0.1',
  '[fd00::1]',
  '[fe80::1]',
  '169.254.169.254',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '10.0.0.1',
  '192.168.0.1',
  '100.64.0.1',
  'inside.test',
  'mixed.test',
  'mapped.test',
  'nothing.test',
]
const NAMES: Record<string, string[]> = {
  localhost: ['127.0.0.1'],
  'localhost.': ['127.0.0.1'],
  'inside.test': ['127.0.0.1'],
  'mixed.test': ['93.184.215.14', '127.0.0.1'],
  'mapped.test': ['::ffff:127.0.0.1'],
  'nothing.test': [],
}
const book = async (host: string): Promise<{ address: string; family: number }[]> =>
  (NAMES[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

test('a canary on loopback is not reached under any spelling, straight or by redirect', async () => {
  let hits = 0
  const canary = await serve((_request, response) => {
    hits += 1
    response.end('canary')
  })
  const door = await serve((request, response) => {
    const location = Buffer.from(decodeURIComponent(request.url?.slice(1) ?? '')).toString('latin1')
    response.writeHead(302, { location }).end()
  })
  const fetch = allowing(door, { resolve: book })
  for (const host of LOOPBACK) {
    for (const scheme of ['http', 'https']) {
      expect(await reasonOf(fetch.get(`${scheme}://${host}/`)), host).toBe('address')
      expect(await reasonOf(fetch.get(`${scheme}://${host}:${canary}/`)), host).toBe('port')
      expect(await reasonOf(fetch.get(`http://127.0.0.1:${door}/${encodeURIComponent(`${scheme}://${host}/`)}`)), host).toBe('address')
      expect(await reasonOf(fetch.get(`http://127.0.0.1:${door}/${encodeURIComponent(`${scheme}://${host}:${canary}/`)}`)), host).toBe('port')
    }
  }
  expect(hits).toBe(0)
})

test('with the real resolver localhost is refused too', async () => {
  expect(await reasonOf(fetchThat().get('http://localhost/'))).toBe('address')
})

test.each([
  ['ftp://example.org/', 'scheme'],
  ['file:///etc/passwd', 'scheme'],
  ['gopher://127.0.0.1:70/', 'scheme'],
  ['data:text/plain,a', 'scheme'],
  ['http://user:pass@example.org/', 'credentials'],
  ['http://example.org@127.0.0.1/', 'credentials'],
  ['http://:p@example.org/', 'credentials'],
  ['http://example.org:22/', 'port'],
  ['http://example.org:8080/', 'port'],
  ['not an address', 'address'],
  ['http://', 'address'],
  ['http://[::1%25lo]/', 'address'],
  ['/relative', 'address'],
])('%s is refused: %s', async (url, reason) => {
  expect(await reasonOf(fetchThat({ resolve: () => Promise.reject(new Error('must not be asked')) }).get(url))).toBe(reason)
})

test('the allow list exempts exactly that host and port', async () => {
  const allowed = await serve((request, response) => response.end(`${request.method} ${request.headers.host} ${request.headers['user-agent']}`))
  const other = await serve((_request, response) => response.end('other'))
  const { log, lines } = recorder()
  const fetch = allowing(allowed, { log, resolve: book })
  expect((await fetch.get(`http://127.0.0.1:${allowed}/`)).text()).toBe(`GET 127.0.0.1:${allowed} Commonplace-test`)
  expect(await reasonOf(fetch.get(`http://127.0.0.1:${other}/`))).toBe('port')
  expect(await reasonOf(fetch.get(`http://localhost:${allowed}/`))).toBe('port')
  expect(await reasonOf(fetch.get('http://127.0.0.1/'))).toBe('address')
  expect(lines[0]).toContain('only for tests')
})

test('a name is asked for once, the socket goes to that answer, Host and SNI stay the name', async () => {
  const seen: boolean[] = []
  const hello = await serveBytes((socket) => {
    socket.once('data', (bytes) => {
      seen.push(bytes.includes('shop.test'))
      socket.destroy()
    })
  })
  const plain = await serve((request, response) => response.end(request.headers.host))
  let asked = 0
  const resolve = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
  const fetch = fetchThat({ allowPrivateHosts: [`shop.test:${plain}`, `shop.test:${hello}`], resolve })
  expect((await fetch.request({ url: `http://shop.test:${plain}/`, headers: { host: 'evil.test' } })).text()).toBe(`shop.test:${plain}`)
  expect(asked).toBe(1)
  asked = 0
  await expect(fetch.get(`https://shop.test:${hello}/`)).rejects.toBeInstanceOf(FetchFailed)
  expect(asked).toBe(1)
  expect(seen).toEqual([true])
})

test('a name that turns private between two redirects is caught', async () => {
  const door = await serve((_request, response) => response.writeHead(302, { location: 'http://rebind.test/' }).end())
  const answers = [['127.0.0.1'], ['10.0.0.7']]
  const resolve = async () => (answers.shift() ?? []).map((address) => ({ address, family: 4 }))
  const fetch = fetchThat({ allowPrivateHosts: [`rebind.test:${door}`], resolve })
  expect(await reasonOf(fetch.get(`http://rebind.test:${door}/`))).toBe('address')
  expect(answers).toEqual([])
})

test('redirects: three are followed, a loop is refused, 0 follows none', async () => {
  const port = await serve((request, response) => {
    const left = Number(request.url?.slice(1))
    if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end()
    else response.end('there')
  })
  const fetch = allowing(port)
  const fetched = await fetch.get(`http://127.0.0.1:${port}/3`)
  expect([fetched.text(), fetched.url]).toEqual(['there', `http://127.0.0.1:${port}/0`])
  expect(await reasonOf(fetch.get(`http://127.0.0.1:${port}/4`))).toBe('redirects')
  expect(await reasonOf(fetch.get(`http://127.0.0.1:${port}/1`, { redirects: 0 }))).toBe('redirects')
})

test('a redirect to another origin takes no secret header along and no body', async () => {
  const seen: object[] = []
  const other = await serve((request, response) => {
    seen.push(request.headers)
    response.end()
  })
  const port = await serve((request, response) => response.writeHead(request.url === '/keep' ? 307 : 302, { location: `http://127.0.0.1:${other}/` }).end())
  const fetch = fetchThat({ allowPrivateHosts: [`127.0.0.1:${port}`, `127.0.0.1:${other}`] })
  const headers = { authorization: 'Bearer x', cookie: 'a=b', signature: 's', 'x-key': 'k' }
  await fetch.request({ url: `http://127.0.0.1:${port}/`, headers, accept: 'text/html', method: 'POST', body: 'hello' })
  expect(seen).toHaveLength(1)
  expect(Object.keys(seen[0] ?? {}).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent'])
  expect(await reasonOf(fetch.request({ url: `http://127.0.0.1:${port}/keep`, method: 'POST', body: 'hello' }))).toBe('redirects')
  expect(seen).toHaveLength(1)
})

test('what fails is FetchFailed: unknown name, closed port, cut body, broken gzip, bad header, no JSON', async () => {
  const cut = await serveBytes((socket) => {
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc'))
  })
  const port = await serve((request, response) => response.writeHead(200, request.url === '/gzip' ? { 'content-encoding': 'gzip' } : {}).end('not gzip'))
  const unknown = fetchThat({ resolve: () => Promise.reject(new Error('ENOTFOUND')) })
  await expect(unknown.get('http://unknown.test/')).rejects.toBeInstanceOf(FetchFailed)
  await expect(allowing(1).get('http://127.0.0.1:1/')).rejects.toBeInstanceOf(FetchFailed)
  await expect(allowing(cut).get(`http://127.0.0.1:${cut}/`)).rejects.toBeInstanceOf(FetchFailed)
  await expect(allowing(port).get(`http://127.0.0.1:${port}/gzip`)).rejects.toBeInstanceOf(FetchFailed)
  await expect(allowing(port).get(`http://127.0.0.1:${port}/`, { headers: { 'x-a': 'b\r\nc: d' } })).rejects.toBeInstanceOf(FetchFailed)
  const fetched = await allowing(port).get(`http://127.0.0.1:${port}/`)
  expect(() => fetched.json()).toThrow(FetchFailed)
})

test('a trusted requester reaches its private origin and nothing else', async () => {
  const other = await serve((_request, response) => response.end('other'))
  const engine = await serve(async (request, response) => {
    if (request.url === '/away') return void response.writeHead(302, { location: `http://127.0.0.1:${other}/` }).end()
    if (request.url === '/near') return void response.writeHead(302, { location: '/' }).end()
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify([request.method, request.url, request.headers['x-key'], Buffer.concat(chunks).toString()]))
  })
  const fetch = fetchThat()
  const trusted = fetch.trusted(`http://127.0.0.1:${engine}/v1/`)
  expect((await trusted.request({ url: 'translate', method: 'PUT', headers: { 'x-key': 'k' }, body: 'text' })).json()).toEqual([
    'PUT',
    '/v1/translate',
    'k',
    'text',
  ])
  expect(await reasonOf(trusted.get('/away'))).toBe('redirects')
  expect(await reasonOf(trusted.get('/near'))).toBe('redirects')
  for (const url of [`http://127.0.0.1:${other}/`, `//127.0.0.1:${other}/`, `https://127.0.0.1:${engine}/`, 'http://example.org/'])
    expect(await reasonOf(trusted.get(url)), url).toBe('address')
  expect(await reasonOf(trusted.get('/', { maxBytes: 3 }))).toBe('too-large')
  expect(await reasonOf(fetch.get(`http://127.0.0.1:${engine}/`))).toBe('port')
  expect(() => fetch.trusted('http://user:pass@127.0.0.1/')).toThrow(FetchRefused)
})

test('text is read by the charset of the header or the page, and refusals are logged without path', async () => {
  const port = await serve((request, response) => {
    if (request.url === '/header') response.writeHead(200, { 'content-type': 'text/plain; charset=shift_jis' }).end(Buffer.from([0x82, 0xa0]))
    else if (request.url === '/page')
      response.writeHead(200, { 'content-type': 'text/html' }).end(Buffer.concat([Buffer.from('<meta charset="gbk">'), Buffer.from([0xc4, 0xe3])]))
    else response.writeHead(200, { 'content-type': 'text/plain; charset=nonsense' }).end('\ufeffé')
  })
  const { log, lines } = recorder()
  const fetch = allowing(port, { log })
  expect((await fetch.get(`http://127.0.0.1:${port}/header`)).text()).toBe('あ')
  expect((await fetch.get(`http://127.0.0.1:${port}/page`)).text()).toBe('<meta charset="gbk">你')
  expect((await fetch.get(`http://127.0.0.1:${port}/`)).text()).toBe('é')
  await reasonOf(fetch.get('http://10.0.0.1/secret?token=abc'))
  expect(lines.at(-1)).toBe('fetch refused {"host":"10.0.0.1","reason":"address"}')
})
