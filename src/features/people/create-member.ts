import { isTaken } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Role } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import './events.ts'
import { checkHandle, checkName, checkPassword } from './member.ts'
import { hashPassword } from './passwords.ts'
import { insertActor } from './queries/actors.ts'
import { insertMember } from './queries/members.ts'

export interface NewMember {
  handle: string
  name?: string
  email?: string | null
  /** Without one the member signs in by passkey or by a printed link. */
  password?: string | null
  role?: Role
  /** Languages read and written, best first. */
  languages?: string[]
  locale?: string
  minor?: boolean
  state?: 'active' | 'waiting'
  confirmed?: boolean
  invitedBy?: ActorId | null
}

/** Makes actor and member. Throws Refusal `handle-form`, `handle-taken`, `email-taken`, `password-short`. */
export async function createMember({ db, ids, clock, outbox, config }: Ground, input: NewMember): Promise<ActorId> {
  const handle = checkHandle(input.handle)
  const name = checkName(input.name?.trim() || handle)
  if (input.password != null) checkPassword(input.password)
  const passwordHash = input.password != null ? await hashPassword(input.password) : null
  const id = ids.next<ActorId>()
  const at = clock.now()
  const languages = input.languages?.length ? input.languages : ['en']
  try {
    await db.transaction(async (tx) => {
      await insertActor(tx, { id, handle, uri: `${config.origin}/actors/${id}`, name, at })
      await insertMember(tx, {
        actor_id: id, email: input.email?.trim() || null, email_confirmed_at: input.confirmed === false ? null : at, password_hash: passwordHash,
        role: input.role ?? 'member', state: input.state ?? 'active', locale: input.locale ?? languages[0] ?? 'en', reads: languages, writes: languages,
        time_zone: 'UTC', minor: input.minor ?? false, invited_by: input.invitedBy ?? null, created_at: at,
      })
      await outbox.announce(tx, 'member.joined', { actorId: id }, id)
    })
  } catch (error) {
    if (isTaken(error, 'actors_handle')) throw new Refusal('handle-taken', { field: 'handle' })
    if (isTaken(error, 'members_email')) throw new Refusal('email-taken', { field: 'email' })
    throw error
  }
  return id
}
