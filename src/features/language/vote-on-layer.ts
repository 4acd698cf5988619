import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { LayerId } from '#ground/ids/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { lockLayer } from './queries/layers.ts'
import { putVote } from './queries/people.ts'
import { readableLayer } from './subject-access.ts'

/** Rates a layer up (1), down (-1) or takes the vote back (0). Answers the new sum. Nobody rates their own layer or an original: `own-layer`. */
export async function voteOnLayer(ground: Ground, member: Member, id: LayerId, value: 1 | -1 | 0): Promise<number> {
  const layer = await readableLayer(ground, member, id)
  if (layer.origin === 'original' || layer.byActor === member.id) throw new Refusal('own-layer')
  return ground.db.transaction(async (tx) => {
    if (!(await lockLayer(tx, id))) throw notFound()
    return putVote(tx, id, member.id, value, ground.clock.now())
  })
}
