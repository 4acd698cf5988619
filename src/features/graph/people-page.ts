import { z } from 'zod'
import { actorsById } from '#features/people/index.ts'
import type { Instant } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { pageOf } from '#pure/cursor/index.ts'

export const zPerson = z.object({ id: z.string(), handle: z.string(), host: z.string().nullable(), name: z.string(), url: z.string() })

async function peopleOf(ground: Ground, ids: Parameters<typeof actorsById>[1]): Promise<z.input<typeof zPerson>[]> {
  const found = await actorsById(ground.db.q, ids)
  return ids.flatMap((id) => {
    const one = found.get(id)
    return one ? [{ id, handle: one.handle, host: one.host, name: one.name, url: `/@${one.handle}${one.host ? `@${one.host}` : ''}` }] : []
  })
}

/** The people of one page of rows, of which there may be one more than `limit`. */
export async function peoplePage(ground: Ground, rows: { id: ActorId; at: Instant }[], limit: number) {
  const { items, next } = pageOf(rows, limit, ({ id, at }) => ({ key: at.toISOString(), id }))
  return {
    items: await peopleOf(
      ground,
      items.map(({ id }) => id),
    ),
    next,
  }
}
