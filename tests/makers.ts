import { authenticate, createMember, findActor, type NewMember } from '#features/people/index.ts'
import { insertToken } from '#features/people/queries/sessions.ts'
import type { Ground } from '#ground/feature.ts'
import { type Member, SCOPES } from '#ground/http/viewer.ts'
import { type ActorId, fingerprint } from '#ground/ids/index.ts'

/** Makes what a test needs, by the real verbs. */
export function makers(ground: Ground) {
  async function token(handle: string): Promise<string> {
    const actor = await findActor(ground.db.q, { handle })
    if (!actor) throw new Error(`no member ${handle}`)
    const secret = ground.ids.secret()
    await insertToken(ground.db.q, { hash: fingerprint(secret), program_id: null, actor_id: actor.id, scopes: SCOPES, label: 'test', created_at: ground.clock.now() })
    return secret
  }
  return {
    token,
    /** A member without a password: hashing one costs a test 50 ms. */
    member: (input: Partial<NewMember> & { handle: string }): Promise<ActorId> => createMember(ground, { languages: ['en'], ...input }),
    async viewer(handle: string): Promise<Member> {
      const viewer = await authenticate(ground, { bearer: await token(handle), session: null, languages: '' })
      if (viewer.kind !== 'member') throw new Error(`${handle} is not a member`)
      return viewer
    },
  }
}
export type Makers = ReturnType<typeof makers>
