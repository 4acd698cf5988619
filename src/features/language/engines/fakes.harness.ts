import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeFetch } from '#ground/fetch/index.ts'
import type { Log } from '#ground/log/index.ts'
import { cutLine, joinParts } from '../cut-text.ts'
import { batches, type Engine } from './engine.ts'
import { askEngineFor, type Verdict } from './guard.ts'

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
  /** Sent with every status that is not 200. */
  retryAfter(seconds: number): void
  say(say: Say): void
  /** Replaces the whole JSON answer. */
  answer(json: unknown): void
  /** Never answers. */
  hang(): void
  /** Answers when this is over. */
  wait(held: Promise<void>): void
  /** Texts whose answers were delivered, in their order: what a provider would bill. */
  answered: string[]
  /** Gone in the middle of whatever it did; `revive` brings it back at the same address. */
  crash(): void
  revive(): Promise<void>
  close(): Promise<void>
}

const EAST: readonly (readonly [RegExp, string])[] = [
  [/^z[ht]|Chinese/i, '天地人山水火木金土日月风云雨雪花草鸟鱼马牛羊河海石心'],
  [/^ja|Japanese/i, 'あいうえおかきくけこさしすせそたちつてとなにぬねのは'],
  [/^ko|Korean/i, '가나다라마바사아자차카타파하거너더러머버서어저처커터'],
]

/** A deterministic pseudo-translation: every word backwards, in letters of the language it is for; markers as they are. */
export const backwards: Say = (text, _from, to) => {
  const letter = letterFor(to)
  return text
    .split(/(\[\[x\d+\]\]|\s+)/)
    .map((word) => (/^\[\[x\d+\]\]$|^\s*$/.test(word) ? word : [...word].reverse().map(letter).join('')))
    .join('')
    .trim()
}
function letterFor(to: string): (sign: string) => string {
  const letters = EAST.find(([language]) => language.test(to))?.[1]
  return letters ? (sign) => (/[a-z]/i.test(sign) ? letters.charAt((sign.toLowerCase().charCodeAt(0) - 97) % letters.length) : sign) : western
}
const western = (sign: string): string => {
  const code = sign.codePointAt(0) ?? 0
  return /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(sign)
    ? `${'bdfgklmnprst'.charAt(code % 12)}${'aeiou'.charAt(code % 5)} `
    : sign
}

type Shape = 'libretranslate' | 'deepl' | 'openai'

function textsIn(shape: Shape, body: Received['body']): { texts: string[]; from: string; to: string } {
  if (shape === 'libretranslate') return { texts: [body.q].flat(), from: body.source, to: body.target }
  if (shape === 'deepl') return { texts: body.text, from: body.source_lang, to: body.target_lang }
  return {
    texts: [/<text>(.*)<\/text>/s.exec(body.messages[1].content)?.[1] ?? ''],
    from: '',
    to: /into natural ([^.]*)\./.exec(body.messages[0].content)?.[1] ?? '',
  }
}

function answerOf(shape: Shape, said: string[], body: Received['body']): unknown {
  if (shape === 'libretranslate') return { translatedText: Array.isArray(body.q) ? said : said[0] }
  if (shape === 'deepl') return { translations: said.map((text) => ({ detected_source_language: 'EN', text })) }
  return { id: 'c1', object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content: said[0] }, finish_reason: 'stop' }] }
}

/** A server on loopback that speaks like one of the engines. */
export async function fakeEngine(shape: Shape): Promise<FakeEngine> {
  const received: Received[] = []
  const answered: string[] = []
  const statuses: number[] = []
  let say: Say = backwards
  let fixed: unknown
  let hangs = false
  let wait: number | undefined
  let held: Promise<void> | undefined
  const work = async (request: IncomingMessage, response: ServerResponse) => {
    let text = ''
    for await (const part of request) text += part
    const body = JSON.parse(text || '{}')
    received.push({ path: request.url ?? '', headers: request.headers, body })
    if (hangs) return
    await held
    const status = statuses.shift() ?? 200
    response.writeHead(status, { 'content-type': 'application/json', ...(wait !== undefined && status !== 200 ? { 'retry-after': String(wait) } : {}) })
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
    if (!server.listening) return
    if (status === 200) answered.push(...texts)
    response.end(typeof json === 'string' ? json : JSON.stringify(json))
  }
  const server: Server = createServer((request, response) => void work(request, response))
  const listen = (port: number) => new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answered,
    crash() {
      server.close()
      server.closeAllConnections()
    },
    revive: () => listen(port),
    fail: (...more) => void statuses.push(...more),
    retryAfter(seconds) {
      wait = seconds
    },
    say(next) {
      say = next
    },
    answer(json) {
      fixed = json
    },
    hang() {
      hangs = true
    },
    wait(until) {
      held = until
    },
    async close() {
      server.closeAllConnections()
      if (server.listening) await new Promise((done) => server.close(done))
    },
  }
}

/** Whole lines as a subject's text goes: cut, hidden, sent in calls that the engine takes, put together. */
export async function translateLines(engine: Engine, lines: readonly string[], from: string, to: string): Promise<(string | Verdict)[]> {
  const cut = lines.map((line) => cutLine(line, { main: from, also: [], from, to }))
  const texts = [...new Set(cut.flat().flatMap(({ masked }) => masked ?? []))]
  const verdicts = new Map<string, Verdict>()
  for (const batch of batches(texts, engine.most))
    for (const [i, verdict] of (await askEngineFor(engine, batch, from, to, new AbortController().signal)).entries()) verdicts.set(batch[i] ?? '', verdict)
  return cut.map((parts) => {
    const bad = parts.flatMap(({ masked }) => verdicts.get(masked ?? '') ?? []).find(({ refused }) => refused !== undefined)
    return bad ?? joinParts(parts, (masked) => verdicts.get(masked)?.text)
  })
}
