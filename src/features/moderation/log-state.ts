import type { Tx } from '#ground/database/index.ts'
import type { Ground, Subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { insertState } from './queries/states.ts'

/** Notes that a thing came into a state, in the transaction that brought it there. `reason` is a plain sentence or null. */
export async function logState(
  tx: Tx,
  { ids, clock }: Pick<Ground, 'ids' | 'clock'>,
  subject: Subject,
  state: string,
  by: ActorId | null,
  reason: string | null = null,
): Promise<void> {
  await insertState(tx, { id: ids.next(), subject, state, by, reason, at: clock.now() })
}
