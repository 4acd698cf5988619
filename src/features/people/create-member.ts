import { audit } from '#features/settings/index.ts'
import { isTaken, type Tx } from '#ground/database/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { Role } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import './events.ts'
import { checkEmail } from './email.ts'
import { canonical, checkHandle, checkName, checkPassword } from './member.ts'
import { hashPassword } from './passwords.ts'
import { insertActor, updateActor } from './queries/actors.ts'
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
  /** An address that a letter has still to confirm. */
  pendingEmail?: string | null
  /** Decided before, when a passkey was made for it. */
  id?: ActorId
  /** Runs in the same transaction, once the actor is there; answers what it learnt. */
  within?(tx: Tx, id: ActorId): Promise<{ invitedBy: ActorId | null }>
}

/** Makes actor and member; one who runs the place is a line in the audit log. A minor's account is locked. Throws Refusal `handle-form`, `handle-taken`, `email-form`, `email-taken`, `password-short`, and what `within` throws. */
export async function createMember(ground: Ground, input: NewMember): Promise<ActorId> {
  const { db, ids, clock, outbox, config } = ground
  const role = input.role ?? 'member'
  const handle = checkHandle(input.handle)
  const name = checkName(input.name?.trim() || handle)
  if (input.password != null) checkPassword(input.password)
  const passwordHash = input.password != null ? await hashPassword(input.password) : null
  const email = input.email?.trim() ? checkEmail(input.email) : null
  const id = input.id ?? ids.next<ActorId>()
  const at = clock.now()
  const languages = canonical(input.languages?.length ? input.languages : ['en'], 'languages')
  try {
    await db.transaction(async (tx) => {
      await insertActor(tx, { id, handle, uri: `${config.origin}/actors/${id}`, name, at })
      if (input.minor) await updateActor(tx, id, { locked: true })
      const { invitedBy } = (await input.within?.(tx, id)) ?? { invitedBy: null }
      await insertMember(tx, {
        actor_id: id,
        email,
        email_confirmed_at: input.confirmed === false ? null : at,
        pending_email: input.pendingEmail ?? null,
        password_hash: passwordHash,
        role,
        state: input.state ?? 'active',
        locale: input.locale ?? languages[0] ?? 'en',
        reads: languages,
        writes: languages,
        time_zone: 'UTC',
        minor: input.minor ?? false,
        invited_by: invitedBy,
        created_at: at,
      })
      if (role !== 'member') await audit(tx, ground, { by: null, act: 'member.created', subject: subject('actor', id), facts: { role } })
      await outbox.announce(tx, 'member.joined', { actorId: id }, id)
    })
  } catch (error) {
    if (isTaken(error, 'actors_handle')) throw new Refusal('handle-taken', { field: 'handle' })
    if (isTaken(error, 'members_email')) throw new Refusal('email-taken', { field: 'email' })
    throw error
  }
  return id
}
