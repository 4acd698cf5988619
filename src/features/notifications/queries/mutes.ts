import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import '../tables.ts'

/** Kinds of notices that this member does not want. */
export const mutedKinds = async (db: Reader, member: ActorId): Promise<Set<string>> =>
  new Set((await db.selectFrom('notice_mutes').select('kind').where('member_id', '=', member).execute()).map(({ kind }) => kind))

/** Exactly these, from now on. */
export async function putMutes(tx: Tx, member: ActorId, kinds: readonly string[]): Promise<void> {
  await deleteMutesOf(tx, member)
  if (kinds.length > 0)
    await tx
      .insertInto('notice_mutes')
      .values([...new Set(kinds)].map((kind) => ({ member_id: member, kind })))
      .onConflict((on) => on.doNothing())
      .execute()
}

export const deleteMutesOf = (tx: Tx, member: ActorId) => tx.deleteFrom('notice_mutes').where('member_id', '=', member).execute()
