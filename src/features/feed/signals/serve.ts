import { z } from 'zod'
import { type Tile, zTile } from '#features/notes/index.ts'
import { placeKey } from '#features/settings/index.ts'
import type { Ground } from '#ground/feature.ts'
import { zPage } from '#ground/http/shapes.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import type { Page } from '#pure/cursor/index.ts'
import { type Controls, controlsOf } from '../queries/controls.ts'
import type { Surface } from './kinds.ts'
import { seal } from './served.ts'

export const zServedPage = zPage(zTile).extend({
  served: z.string().nullable().describe('What to send back to /signals with what I do on this page; null when nothing is to be learnt from it'),
})

export const servedKey = (ground: Pick<Ground, 'db' | 'ids' | 'clock'>): Promise<string> => placeKey(ground, 'feed.served-key')

/**
 * A page of tiles with its token. Guests, members who have not confirmed their address and those who paused learning get none:
 * then nothing can come back. `propensities`: by note, where chance had a part in it. `controls`: when they are known already.
 */
export async function served(
  ground: Ground,
  viewer: Viewer,
  surface: Surface,
  page: Page<Tile>,
  { propensities, controls }: { propensities?: ReadonlyMap<string, number>; controls?: Controls } = {},
): Promise<Page<Tile> & { served: string | null }> {
  if (viewer.kind !== 'member' || !viewer.confirmed || page.items.length === 0) return { ...page, served: null }
  const { paused } = controls ?? (await controlsOf(ground.db.fresh(), viewer.id))
  if (paused) return { ...page, served: null }
  const notes = page.items.map(({ id }) => ({ id: id as NoteId, propensity: propensities?.get(id) ?? null }))
  return { ...page, served: seal(await servedKey(ground), { reader: viewer.id, at: ground.clock.now(), surface, notes }) }
}
