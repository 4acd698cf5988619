import { type Circumstances, type NoteInput, publishNote, zNoteInput } from '#features/notes/index.ts'
import { authenticate, createMember, findActor, type NewMember } from '#features/people/index.ts'
import { insertToken } from '#features/people/queries/sessions.ts'
import type { Ground } from '#ground/feature.ts'
import { type Member, SCOPES } from '#ground/http/viewer.ts'
import { type ActorId, fingerprint, type NoteId } from '#ground/ids/index.ts'

/** Makes what a test needs, by the real verbs. */
export function makers(ground: Ground) {
  async function token(handle: string): Promise<string> {
    const actor = await findActor(ground.db.q, { handle })
    if (!actor) throw new Error(`no member ${handle}`)
    const secret = ground.ids.secret()
    await insertToken(ground.db.q, {
      hash: fingerprint(secret),
      program_id: null,
      actor_id: actor.id,
      scopes: SCOPES,
      label: 'test',
      created_at: ground.clock.now(),
    })
    return secret
  }
  return {
    token,
    /** A member without a password: hashing one costs a test 50 ms. */
    member: (input: Partial<NewMember> & { handle: string }): Promise<ActorId> => createMember(ground, { languages: ['en'], ...input }),
    /** A text note by `handle`, public and in English unless said otherwise. */
    async note(handle: string, input: Partial<NoteInput> = {}, circumstances: Circumstances = {}): Promise<NoteId> {
      const author = await findActor(ground.db.q, { handle })
      if (!author) throw new Error(`no member ${handle}`)
      return publishNote(ground, author, { ...zNoteInput.parse({ title: 'A note', visibility: 'public' }), ...input }, { unlimited: true, ...circumstances })
    },
    async viewer(handle: string): Promise<Member> {
      const viewer = await authenticate(ground, { bearer: await token(handle), session: null, languages: '' })
      if (viewer.kind !== 'member') throw new Error(`${handle} is not a member`)
      return viewer
    },
  }
}
export type Makers = ReturnType<typeof makers>
