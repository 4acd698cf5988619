import type { ExpressionBuilder } from 'kysely'
import type { Tx } from '#ground/database/index.ts'
import type { Tables } from '#ground/database/tables.ts'
import '../tables.ts'
import type { Neighbour } from '../topic.ts'

const between = (own: readonly string[], others: readonly string[]) => (eb: ExpressionBuilder<Tables, 'topic_links'>) =>
  eb.or([eb('from_id', 'in', [...own]).and('to_id', 'in', [...others]), eb('from_id', 'in', [...others]).and('to_id', 'in', [...own])])

/** What the graph says that any of `others` is to any of `own`. */
export async function neighbourOf(tx: Tx, own: readonly string[], others: readonly string[]): Promise<Neighbour> {
  const link = await tx
    .selectFrom('topic_links')
    .select(['from_id as from', 'kind'])
    .where(between(own, others))
    .where('kind', '<>', 'none')
    .orderBy('kind')
    .executeTakeFirst()
  if (!link) return 'none'
  return link.kind === 'narrower' && others.includes(link.from) ? 'broader' : link.kind
}

/** Takes away what stands between any of these. */
export const clearLinks = (tx: Tx, own: readonly string[], others: readonly string[]) =>
  tx.updateTable('topic_links').set({ kind: 'none' }).where(between(own, others)).execute()

/** In both directions, so that the seed, which only adds, says nothing else of the two. */
export async function putNeighbour(tx: Tx, id: string, other: string, as: Neighbour): Promise<void> {
  const [from, to] = as === 'broader' ? [other, id] : [id, other]
  await tx
    .insertInto('topic_links')
    .values([
      { from_id: from, to_id: to, kind: as === 'broader' ? 'narrower' : as },
      { from_id: to, to_id: from, kind: 'none' },
    ])
    .onConflict((on) => on.columns(['from_id', 'to_id']).doUpdateSet((eb) => ({ kind: eb.ref('excluded.kind') })))
    .execute()
}
