import OAuth2Server from '@node-oauth/oauth2-server'
import { after, DAY } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { fingerprint, sameSecret } from '#ground/ids/index.ts'
import { grantByHash, programById, spendGrant } from '../queries/programs.ts'
import { insertToken, revokeByGrant, revokeByHash } from '../queries/sessions.ts'

/** The answer of an OAuth endpoint: status, headers and JSON body of RFC 6749 § 5. */
export interface OAuthAnswer {
  status: number
  headers: Record<string, string>
  body: object
}

/** Form fields as strings, `authorization` header or ''. */
export interface OAuthAsk {
  fields: Record<string, string>
  authorization: string
}

const FORM = 'application/x-www-form-urlencoded'
const NEVER_CACHED = { 'cache-control': 'no-store', pragma: 'no-cache' }
const A_YEAR_SECONDS = 31_536_000

/** Exchanges a code for a token (RFC 6749 § 4.1.3, PKCE RFC 7636). Errors are answers, not exceptions. */
export async function exchangeCode(ground: Ground, { fields, authorization }: OAuthAsk): Promise<OAuthAnswer> {
  // Lifetimes are asked for by the package; our tokens live until they are revoked, so the model leaves them out.
  const server = new OAuth2Server({
    model: modelOf(ground),
    accessTokenLifetime: A_YEAR_SECONDS,
    refreshTokenLifetime: A_YEAR_SECONDS,
    requireClientAuthentication: { authorization_code: false },
  })
  const request = new OAuth2Server.Request({
    method: 'POST',
    headers: { 'content-type': FORM, 'content-length': '1', ...(authorization ? { authorization } : {}) },
    query: {},
    body: fields,
  })
  const response = new OAuth2Server.Response()
  try {
    await server.token(request, response)
    return { status: 200, headers: NEVER_CACHED, body: { ...response.body, created_at: Math.floor(ground.clock.now().getTime() / 1000) } }
  } catch (error) {
    const { name, code, message } = error as OAuth2Server.OAuthError
    if (typeof code !== 'number' || code >= 500 || !/^[a-z_]+$/.test(name)) throw error
    const challenge = code === 401 ? { 'www-authenticate': 'Basic realm="Commonplace"' } : {}
    return { status: code, headers: { ...NEVER_CACHED, ...challenge }, body: { error: name, error_description: message } }
  }
}

/** Our tables as the package wants to see them. */
function modelOf({ db, ids, clock }: Ground): OAuth2Server.AuthorizationCodeModel {
  return {
    async getClient(id, secret) {
      const program = await programById(db.q, id)
      if (!program) return null
      // A program that has a secret must show it, with or without PKCE.
      if (program.secret_hash && !(typeof secret === 'string' && sameSecret(program.secret_hash, fingerprint(secret)))) return null
      return { id, redirectUris: program.redirect_uris, grants: ['authorization_code'] }
    },
    async getAuthorizationCode(code) {
      const hash = fingerprint(code)
      const grant = await grantByHash(db.q, hash)
      if (!grant) return null
      // A code that comes twice was stolen by one of the two: what it gave is taken back (RFC 6749 § 4.1.2).
      if (grant.used_at) await revokeByGrant(db.q, hash, clock.now())
      if (grant.used_at || grant.expires_at <= clock.now()) return null
      return {
        authorizationCode: code,
        redirectUri: grant.redirect_uri,
        scope: grant.scopes,
        codeChallenge: grant.code_challenge,
        codeChallengeMethod: 'S256',
        // Held against our own clock above; the package looks at the machine's.
        expiresAt: after(clock.now(), 36_500 * DAY),
        client: { id: grant.program_id, grants: ['authorization_code'] },
        user: { id: grant.actor_id },
      }
    },
    revokeAuthorizationCode: ({ authorizationCode }) => spendGrant(db.q, fingerprint(authorizationCode), clock.now()),
    generateAccessToken: async () => ids.secret(),
    async saveToken({ accessToken, scope, authorizationCode }, client, user) {
      const program = await programById(db.q, client.id)
      await insertToken(db.q, {
        hash: fingerprint(accessToken),
        program_id: client.id,
        actor_id: user.id,
        scopes: (scope ?? []) as never,
        label: program?.name ?? '',
        created_at: clock.now(),
        grant_hash: fingerprint(String(authorizationCode)),
      })
      return { accessToken, client, user, ...(scope ? { scope } : {}) }
    },
    getAccessToken: async () => null,
    saveAuthorizationCode: async () => null,
  }
}

/** Takes a token back at the wish of the program that holds it (RFC 7009); open streams end. An unknown token is fine too. */
export async function revokeByProgram({ db, clock, live }: Ground, { fields, authorization }: OAuthAsk): Promise<OAuthAnswer> {
  const { id, secret } = credentialsOf(fields, authorization)
  const program = id ? await programById(db.q, id) : undefined
  if (!program || (program.secret_hash && !sameSecret(program.secret_hash, fingerprint(secret ?? ''))))
    return { status: 401, headers: { ...NEVER_CACHED, 'www-authenticate': 'Basic realm="Commonplace"' }, body: { error: 'invalid_client' } }
  if (!fields.token) return { status: 400, headers: NEVER_CACHED, body: { error: 'invalid_request' } }
  const revoked = await revokeByHash(db.q, fingerprint(fields.token), program.id, clock.now())
  if (revoked) await live.endStreams(db.q, revoked.actorId)
  return { status: 200, headers: NEVER_CACHED, body: {} }
}

function credentialsOf(fields: Record<string, string>, authorization: string): { id: string | undefined; secret: string | undefined } {
  const basic = /^Basic ([A-Za-z0-9+/=]{1,1000})$/i.exec(authorization)?.[1]
  if (!basic) return { id: fields.client_id, secret: fields.client_secret }
  const text = Buffer.from(basic, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return { id: text.slice(0, colon), secret: text.slice(colon + 1) }
}
