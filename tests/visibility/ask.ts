import type { Viewer, World } from './thing.ts'

export interface Asked {
  status: number
  /** Status, headers and body as one text: where forbidden words are looked for. */
  text: string
  json: unknown
}

/** One request by a viewer's browser: session cookie and own Origin. */
export async function ask({ house, session }: World, viewer: Viewer, method: string, path: string, body?: unknown): Promise<Asked> {
  const { origin } = house.ground.config
  const secret = session(viewer)
  const headers = new Headers({
    origin,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(secret ? { cookie: `session=${secret}` } : {}),
  })
  const request = new Request(`${origin}/-/api${path}`, {
    method: method.toUpperCase(),
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const response = await house.api.fetch(request, { address: '127.0.0.1' })
  const said = response.headers.get('content-type')?.startsWith('text/event-stream') ? await beginning(response) : await response.text()
  // `link` repeats the question; what it adds is the cursor.
  const told = [...response.headers].filter(([name]) => name !== 'link').map(([name, value]) => `${name}: ${value}`)
  return { status: response.status, text: `${told.join('\n')}\n\n${said}`, json: jsonOf(said) }
}

/** A stream has no end: what it says at once is enough. */
async function beginning(response: Response): Promise<string> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const { value } = await reader.read()
  await reader.cancel()
  return new TextDecoder().decode(value)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Two answers that differ in nothing but ids are the same to whoever asks. */
export const withoutIds = (json: unknown): string =>
  JSON.stringify(json)?.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID') ?? ''
