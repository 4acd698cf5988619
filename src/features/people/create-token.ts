import { audit } from '#features/settings/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { Scope } from '#ground/http/viewer.ts'
import { type ActorId, fingerprint } from '#ground/ids/index.ts'
import { insertToken } from './queries/sessions.ts'

/**
 * Makes a personal access token and answers it: only its fingerprint is kept, so it is shown this once.
 * `byHost`: made at the command line for somebody, and so a line in the audit log.
 */
export async function createToken(
  ground: Ground,
  { actorId, scopes, label, byHost = false }: { actorId: ActorId; scopes: readonly Scope[]; label: string; byHost?: boolean },
): Promise<string> {
  const { db, ids, clock } = ground
  const token = ids.secret()
  await db.transaction(async (tx) => {
    await insertToken(tx, { hash: fingerprint(token), program_id: null, actor_id: actorId, scopes: [...new Set(scopes)], label, created_at: clock.now() })
    if (byHost) await audit(tx, ground, { by: null, act: 'token.made', subject: subject('actor', actorId), facts: { scopes: scopes.join(' ') } })
  })
  return token
}
