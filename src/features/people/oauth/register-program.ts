import type { Ground } from '#ground/feature.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import { fingerprint } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { insertProgram } from '../queries/programs.ts'
import { isRedirectUri, readScopes } from './program.ts'

export interface NewProgram {
  name: string
  website?: string | null | undefined
  redirectUris: string[]
  /** Separated by spaces. */
  scopes: string
  /** Can it keep a secret? One in a browser or on a phone cannot. */
  confidential: boolean
}

/** Makes an OAuth client. Anyone may: it holds no right until a member consents. Throws Refusal `redirect-wrong`, `unknown-scope`. */
export async function registerProgram(
  { db, ids, clock }: Ground,
  viewer: Viewer,
  input: NewProgram,
): Promise<{ id: string; secret: string | null; scopes: string[] }> {
  if (input.redirectUris.length === 0 || !input.redirectUris.every(isRedirectUri)) throw new Refusal('redirect-wrong', { field: 'redirectUris' })
  const scopes = readScopes(input.scopes)
  const id = ids.secret(16)
  const secret = input.confidential ? ids.secret() : null
  await insertProgram(db.q, {
    id,
    secret_hash: secret && fingerprint(secret),
    name: input.name,
    website: input.website ?? null,
    redirect_uris: input.redirectUris,
    scopes,
    made_by: viewer.kind === 'member' ? viewer.id : null,
    created_at: clock.now(),
  })
  return { id, secret, scopes }
}
