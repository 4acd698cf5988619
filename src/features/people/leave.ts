import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Job } from '#ground/jobs/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import './events.ts'
import { buryActor } from './queries/actors.ts'
import { countAdmins, dropMember, lockFirstRun, memberById, updateMember } from './queries/members.ts'
import { endEverything } from './sessions.ts'

export const FORGET_JOB = 'people.forget'

/**
 * Deletes an account: it is gone from every page when this returns, what it made goes in a job right after. The actor's row stays
 * without name or picture, so that its handle is never given out again. Throws Refusal `last-admin`.
 */
export async function leave(ground: Ground, actorId: ActorId): Promise<void> {
  await ground.db.transaction((tx) => startLeaving(ground, tx, actorId))
}

export async function startLeaving(ground: Ground, tx: Tx, actorId: ActorId): Promise<void> {
  await lockFirstRun(tx)
  const row = await memberById(tx, actorId)
  if (!row) return
  if (row.role === 'admin' && (await countAdmins(tx)) <= 1) throw new Refusal('last-admin')
  await updateMember(tx, actorId, { state: 'leaving' })
  await endEverything(ground, tx, actorId)
  await buryActor(tx, actorId, ground.clock.now())
  await ground.outbox.announce(tx, 'member.left', { actorId }, actorId)
  await ground.jobs.enqueue(tx, FORGET_JOB, { actorId }, { key: actorId })
}

/** Each feature forgets in a transaction of its own, from the top of the house down; people, at the bottom, come last. Idempotent. */
export const forgetJob = (ground: Ground): Job<{ actorId: ActorId }> => ({
  name: FORGET_JOB,
  keyed: true,
  async run({ actorId }) {
    for (const { forget } of ground.house.features) if (forget) await ground.db.transaction((tx) => forget(tx, actorId))
  },
})

/** What people keep of a member: ways in, languages, address. */
export const forgetMember = (tx: Tx, actorId: ActorId): Promise<void> => dropMember(tx, actorId)
