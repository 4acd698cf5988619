import { exchangeCode, type OAuthAnswer, type OAuthAsk, revokeByProgram } from '#features/people/index.ts'
import { after, DAY } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { readBytes } from '#ground/http/json.ts'
import type { Face } from '#ground/http/listen.ts'
import { problemOf, problemResponse } from '#ground/http/problem.ts'
import { SCOPES } from '#ground/http/viewer.ts'
import { Refusal } from '#pure/problem/index.ts'

const API = '/api/commonplace/v1'
const MOST_BYTES = 16 * 1024
/** Programs in browsers read these; no cookie is ever looked at here. */
const CORS = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'www-authenticate' }

const endpoints: Record<string, (ground: Ground, ask: OAuthAsk) => Promise<OAuthAnswer>> = { '/oauth/token': exchangeCode, '/oauth/revoke': revokeByProgram }
const documents: Record<string, (ground: Ground) => Response> = {
  '/.well-known/oauth-authorization-server': (ground) => Response.json(metadata(ground), { headers: CORS }),
  '/.well-known/change-password': ({ config }) => new Response(null, { status: 302, headers: { location: `${config.origin}/settings/security` } }),
  '/.well-known/security.txt': (ground) => new Response(securityText(ground), { headers: { 'content-type': 'text/plain; charset=utf-8' } }),
}

/** The parts of OAuth 2 that programs speak, and what else a place says about itself at fixed addresses. The consent page belongs to the site. */
export function oauthFace(ground: Ground): Face {
  return {
    takes: (path) => path in endpoints || path in documents,
    async fetch(request) {
      const path = new URL(request.url).pathname
      const page = documents[path]
      if (page)
        return request.method === 'GET' || request.method === 'HEAD' ? page(ground) : new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } })
      if (request.method === 'OPTIONS')
        return new Response(null, {
          status: 204,
          headers: {
            ...CORS,
            'access-control-allow-methods': 'POST',
            'access-control-allow-headers': 'authorization, content-type',
            'access-control-max-age': '86400',
          },
        })
      if (request.method !== 'POST') return new Response(null, { status: 405, headers: { ...CORS, allow: 'POST, OPTIONS' } })
      return answer(ground, path, request)
    },
  }
}

async function answer(ground: Ground, path: string, request: Request): Promise<Response> {
  try {
    const fields = await fieldsOf(request)
    const { status, headers, body } = await (endpoints[path] as (typeof endpoints)[string])(ground, {
      fields,
      authorization: request.headers.get('authorization') ?? '',
    })
    return Response.json(body, { status, headers: { ...CORS, ...headers } })
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'bad-input' || error.code === 'too-large')) {
      return Response.json(
        { error: 'invalid_request', error_description: error.code },
        { status: error.code === 'too-large' ? 413 : 400, headers: { ...CORS, 'cache-control': 'no-store' } },
      )
    }
    const response = problemResponse(problemOf(error, { locale: 'en', log: ground.log, id: ground.ids.next() }))
    response.headers.set('access-control-allow-origin', '*')
    return response
  }
}

/** Form, multipart form or JSON: programs in the wild send all three. A field that comes twice is refused (RFC 6749 § 3.2). */
async function fieldsOf(request: Request): Promise<Record<string, string>> {
  const type = (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const bytes = await readBytes(request, MOST_BYTES)
  const pairs = await pairsOf(type, bytes, request.headers.get('content-type') ?? '')
  const fields: Record<string, string> = Object.create(null)
  for (const [key, value] of pairs) {
    if (typeof value !== 'string' || key in fields) throw new Refusal('bad-input', { field: key })
    fields[key] = value
  }
  return { ...fields }
}

async function pairsOf(type: string, bytes: Uint8Array, wholeType: string): Promise<[string, unknown][]> {
  try {
    if (type === 'application/json') {
      const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
      return value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : []
    }
    if (type === 'multipart/form-data') return [...(await new Response(Buffer.from(bytes), { headers: { 'content-type': wholeType } }).formData())]
    return [...new URLSearchParams(new TextDecoder().decode(bytes))]
  } catch {
    throw new Refusal('bad-input', { field: '' })
  }
}

/** RFC 8414. */
const metadata = ({ config: { origin } }: Ground): object => ({
  issuer: origin,
  authorization_endpoint: `${origin}/oauth/authorize`,
  token_endpoint: `${origin}/oauth/token`,
  revocation_endpoint: `${origin}/oauth/revoke`,
  scopes_supported: SCOPES,
  response_types_supported: ['code'],
  response_modes_supported: ['query'],
  grant_types_supported: ['authorization_code'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
  revocation_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
  service_documentation: `${origin}${API}/openapi.json`,
})

/** RFC 9116; `Expires` is always a year ahead of the reading. */
function securityText({ config: { origin }, clock }: Ground): string {
  const expires = after(clock.now(), 365 * DAY).toISOString()
  return `Contact: ${origin}/about\nExpires: ${expires}\nPreferred-Languages: en, zh\nCanonical: ${origin}/.well-known/security.txt\n`
}
