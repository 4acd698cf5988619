import { Refusal } from '#pure/problem/index.ts'

const MOST_DEPTH = 64

/** Reads a JSON body within limits (security D1, D2). Throws Refusal `too-large` or `bad-input`. Prototype keys are dropped. */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, maxBytes)
  if (bytes.length === 0) return undefined
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('bad-input', { field: '', reason: 'utf-8' })
  }
  if (depthOf(text) > MOST_DEPTH) throw new Refusal('bad-input', { field: '', reason: 'depth' })
  try {
    return JSON.parse(text, clean)
  } catch {
    throw new Refusal('bad-input', { field: '', reason: 'json' })
  }
}

/** Streams a body into memory, at most `maxBytes`. Throws Refusal `too-large` at the first byte too many. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > maxBytes) throw new Refusal('too-large', { bytes: maxBytes })
  if (!request.body) return new Uint8Array()
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += part.length
    if (length > maxBytes) throw new Refusal('too-large', { bytes: maxBytes })
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const clean = (key: string, value: unknown): unknown => {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') return undefined
  if (typeof value !== 'string') return value
  // PostgreSQL's text has no NUL, and its JSON no half of a pair of surrogates.
  return (value.includes('\0') ? value.replaceAll('\0', '') : value).toWellFormed()
}

/** Deepest nesting of brackets outside strings; linear. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i)
    if (inString) {
      if (c === 92) i += 1
      else if (c === 34) inString = false
    } else if (c === 34) inString = true
    else if (c === 91 || c === 123) {
      depth += 1
      if (depth > deepest) deepest = depth
    } else if (c === 93 || c === 125) depth -= 1
  }
  return deepest
}
