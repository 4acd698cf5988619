import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { backwards } from '#features/language/engines/fakes.harness.ts'
import { readNotes } from '../../demo/world.ts'

export interface Translator {
  url: string
  asked: { q: string; source: string; target: string }[]
  close(): Promise<void>
}

const base = (language: string): string =>
  language === 'zt' || language === 'zh-TW' ? 'zh-Hant' : language.startsWith('zh') ? 'zh-Hans' : (language.split('-')[0] ?? '')

/** What is said of a text that nobody taught: in letters of the language, for others are refused. */
export const marked = (text: string, language: string): string => `[${language}] ${backwards(text, '', language)}`

/**
 * A LibreTranslate-compatible server over HTTP that knows the demo world's own layers by heart, and what a test teaches it (`text`, or `es: text` where it is said to be Spanish, `es>en: text` into English).
 * It is no engine: what it does not know it marks, so that a test sees which text went through it.
 */
export async function openTranslator(taught: Record<string, string> = {}): Promise<Translator> {
  const known = new Map<string, string>()
  const learn = (from: string, to: string, language: string) => {
    known.set(`${language} ${from.trim()}`, to.trim())
    const [a, b] = [from.split('\n'), to.split('\n')]
    if (a.length === b.length) for (const [i, line] of a.entries()) known.set(`${language} ${line.trim()}`, (b[i] ?? '').trim())
  }
  for (const note of readNotes()) {
    for (const layer of note.layers ?? []) {
      learn(note.title, layer.title, layer.lang)
      learn(note.body, layer.body, layer.lang)
    }
  }
  const asked: Translator['asked'] = []
  const translate = (q: string, source: string, target: string) =>
    taught[`${source}>${target}: ${q.trim()}`] ??
    taught[`${source}: ${q.trim()}`] ??
    taught[q.trim()] ??
    known.get(`${base(target)} ${q.trim()}`) ??
    marked(q, base(target))
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      response.setHeader('content-type', 'application/json')
      if (request.url === '/languages') {
        const codes = ['en', 'zh', 'ja', 'es', 'fr', 'pt', 'de', 'it']
        response.end(JSON.stringify(codes.map((code) => ({ code, name: code, targets: codes }))))
        return
      }
      const { q, source, target } = JSON.parse(body || '{}') as { q: string | string[]; source: string; target: string }
      for (const one of [q].flat()) asked.push({ q: one, source, target })
      response.end(JSON.stringify({ translatedText: Array.isArray(q) ? q.map((one) => translate(one, source, target)) : translate(q, source, target) }))
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise((done) => server.close(() => done())),
  }
}
