import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeFetch } from '#ground/fetch/index.ts'
import type { Log } from '#ground/log/index.ts'

export const silent = { info() {}, warn() {}, debug() {}, error() {} } as unknown as Log
export const fetchForTests = () => makeFetch({ allowPrivateHosts: [], userAgent: 'Commonplace tests', log: silent })

/** What a fake engine does with one text. Placeholders stay. */
export type Say = (text: string, from: string, to: string) => string
export interface Received {
  path: string
  headers: IncomingMessage['headers']
  // biome-ignore lint/suspicious/noExplicitAny: tests look into requests freely
  body: any
}
export interface FakeEngine {
  url: string
  received: Received[]
  /** Answers these statuses first, one a request; then works. */
  fail(...statuses: number[]): void
  say(say: Say): void
  /** Replaces the whole JSON answer. */
  answer(json: unknown): void
  /** Never answers. */
  hang(): void
  close(): Promise<void>
}

/** A deterministic pseudo-translation: every word backwards, markers as they are. */
export const backwards: Say = (text) =>
  text
    .split(/(\[\[x\d+\]\]|\s+)/)
    .map((word) => (/^\[\[x\d+\]\]$|^\s*$/.test(word) ? word : [...word].reverse().join('')))
    .join('')

type Shape = 'libretranslate' | 'deepl' | 'openai'

function textsIn(shape: Shape, body: Received['body']): { texts: string[]; from: string; to: string } {
  if (shape === 'libretranslate') return { texts: [body.q].flat(), from: body.source, to: body.target }
  if (shape === 'deepl') return { texts: body.text, from: body.source_lang, to: body.target_lang }
  return { texts: [/<text>(.*)<\/text>/s.exec(body.messages[1].content)?.[1] ?? ''], from: '', to: '' }
}

function answerOf(shape: Shape, said: string[], body: Received['body']): unknown {
  if (shape === 'libretranslate') return { translatedText: Array.isArray(body.q) ? said : said[0] }
  if (shape === 'deepl') return { translations: said.map((text) => ({ detected_source_language: 'EN', text })) }
  return { id: 'c1', object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content: said[0] }, finish_reason: 'stop' }] }
}

/** A server on loopback that speaks like one of the engines. */
export async function fakeEngine(shape: Shape): Promise<FakeEngine> {
  const received: Received[] = []
  const statuses: number[] = []
  let say: Say = backwards
  let fixed: unknown
  let hangs = false
  const work = async (request: IncomingMessage, response: ServerResponse) => {
    let text = ''
    for await (const part of request) text += part
    const body = JSON.parse(text || '{}')
    received.push({ path: request.url ?? '', headers: request.headers, body })
    if (hangs) return
    const status = statuses.shift() ?? 200
    response.writeHead(status, { 'content-type': 'application/json' })
    const { texts, from, to } = textsIn(shape, body)
    const json =
      status === 200
        ? (fixed ??
          answerOf(
            shape,
            texts.map((one) => say(one, from, to)),
            body,
          ))
        : { error: `status ${status}` }
    response.end(typeof json === 'string' ? json : JSON.stringify(json))
  }
  const server: Server = createServer((request, response) => void work(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    fail: (...more) => void statuses.push(...more),
    say(next) {
      say = next
    },
    answer(json) {
      fixed = json
    },
    hang() {
      hangs = true
    },
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
