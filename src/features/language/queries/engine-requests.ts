import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import '../tables.ts'

/**
 * Writes down that these texts are asked for until `until`, before they are sent. Answers the call's id: that of the call before when it was
 * for the same texts and nobody knows what became of it, else `fresh`; or the moment until which somebody else asks for one of them.
 */
export async function openRequests(
  tx: Tx,
  hashes: readonly string[],
  { fresh, now, until }: { fresh: string; now: Instant; until: Instant },
): Promise<{ call: string; taken?: never } | { taken: Instant }> {
  const rows = await tx.selectFrom('engine_requests').selectAll().where('hash', 'in', hashes).orderBy('hash').forUpdate().execute()
  const taken = rows.find((row) => row.until > now)
  if (taken) return { taken: taken.until }
  const [first] = rows
  const isSame =
    first !== undefined &&
    rows.length === hashes.length &&
    (await hashesOf(tx, first.call)).size === hashes.length &&
    rows.every(({ call }) => call === first.call)
  const call = isSame ? first.call : fresh
  const written = await tx
    .insertInto('engine_requests')
    .values(hashes.toSorted().map((hash) => ({ hash, call, until })))
    .onConflict((on) => on.column('hash').doUpdateSet({ call, until }).where('engine_requests.until', '<=', now))
    .returning('hash')
    .execute()
  // Somebody wrote the others down just now.
  return written.length === hashes.length ? { call } : { taken: until }
}

const hashesOf = async (db: Reader, call: string): Promise<Set<string>> =>
  new Set((await db.selectFrom('engine_requests').select('hash').where('call', '=', call).execute()).map(({ hash }) => hash))

/** They were answered, or will not be. */
export const closeRequests = (db: Reader, hashes: readonly string[]) => db.deleteFrom('engine_requests').where('hash', 'in', hashes).execute()

/** Nobody knows whether the engine heard the call: whoever asks for the same texts again from now on names it so again. */
export const leaveRequests = (db: Reader, hashes: readonly string[], now: Instant) =>
  db.updateTable('engine_requests').set({ until: now }).where('hash', 'in', hashes).execute()

export const forgetRequests = (db: Reader, before: Instant) => db.deleteFrom('engine_requests').where('until', '<', before).execute()
