import type { Ground } from '#ground/feature.ts'
import type { Scope } from '#ground/http/viewer.ts'
import { type ActorId, fingerprint } from '#ground/ids/index.ts'
import { insertToken } from './queries/sessions.ts'

/** Makes a personal access token and answers it: only its fingerprint is kept, so it is shown this once. */
export async function createToken(
  { db, ids, clock }: Ground,
  { actorId, scopes, label }: { actorId: ActorId; scopes: readonly Scope[]; label: string },
): Promise<string> {
  const token = ids.secret()
  await insertToken(db.q, { hash: fingerprint(token), program_id: null, actor_id: actorId, scopes: [...new Set(scopes)], label, created_at: clock.now() })
  return token
}
