import { after, MINUTE } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { isAtLeast, type Member, type Scope } from '#ground/http/viewer.ts'
import { fingerprint } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { insertGrant, programById } from '../queries/programs.ts'
import { needSession } from '../sessions.ts'
import { readScopes } from './program.ts'

const CODE_MINUTES = 10
const S256 = /^[A-Za-z0-9_-]{43}$/

/** What a program sends a member with (RFC 6749 § 4.1.1, RFC 7636 § 4.3). */
export interface ConsentRequest {
  clientId: string
  redirectUri: string
  responseType: string
  scope: string
  state?: string | undefined
  codeChallenge?: string | undefined
  codeChallengeMethod?: string | undefined
}

export interface Consent {
  program: { id: string; name: string; website: string | null }
  redirectUri: string
  scopes: Scope[]
}

/**
 * What the consent page shows. A program or an address that is not known is said here, on our own page, never by sending anyone there.
 * Throws Refusal `program-unknown`, `redirect-wrong`, `response-type`, `unknown-scope`, `scope-wrong`, `pkce-needed`, `second-factor-needed`.
 */
export async function viewConsent({ db }: Ground, member: Member, request: ConsentRequest): Promise<Consent> {
  needSession(member)
  const program = await programById(db.q, request.clientId)
  if (!program) throw new Refusal('program-unknown')
  // To the letter (security A4).
  if (!program.redirect_uris.includes(request.redirectUri)) throw new Refusal('redirect-wrong')
  if (request.responseType !== 'code') throw new Refusal('response-type')
  const scopes = readScopes(request.scope || 'read')
  if (!scopes.every((scope) => program.scopes.includes(scope))) throw new Refusal('scope-wrong')
  if (request.codeChallengeMethod !== 'S256' || !S256.test(request.codeChallenge ?? '')) throw new Refusal('pkce-needed')
  if (scopes.includes('admin')) checkStaff(member)
  return { program: { id: program.id, name: program.name, website: program.website }, redirectUri: request.redirectUri, scopes }
}

/** Rights over the place are handed on only by who has them, after a second factor. */
export function checkStaff(member: Member): void {
  if (!isAtLeast(member, 'moderator')) throw new Refusal('scope-wrong')
  if (!member.strong) throw new Refusal('second-factor-needed')
}

/** The member's answer, as the address to send the browser to. Asked every time: no consent is ever given for later. */
export async function answerConsent(ground: Ground, member: Member, request: ConsentRequest, isApproved: boolean): Promise<string> {
  const { scopes } = await viewConsent(ground, member, request)
  const answer = isApproved ? { code: await makeCode(ground, member, request, scopes) } : { error: 'access_denied' }
  const parameters = new URLSearchParams({ ...answer, ...(request.state === undefined ? {} : { state: request.state }), iss: ground.config.origin })
  // Put behind the address as text: what was registered goes back as it was written.
  return `${request.redirectUri}${request.redirectUri.includes('?') ? '&' : '?'}${parameters}`
}

async function makeCode({ db, ids, clock }: Ground, member: Member, request: ConsentRequest, scopes: Scope[]): Promise<string> {
  const code = ids.secret()
  await insertGrant(db.q, {
    code_hash: fingerprint(code),
    program_id: request.clientId,
    actor_id: member.id,
    redirect_uri: request.redirectUri,
    scopes,
    code_challenge: request.codeChallenge ?? '',
    expires_at: after(clock.now(), CODE_MINUTES * MINUTE),
    used_at: null,
  })
  return code
}
