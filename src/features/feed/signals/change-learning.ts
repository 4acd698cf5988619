import { type Tx, takeTurns } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { forgetAct } from '../queries/acts.ts'
import { controlsOf, setChronological, setPaused, startAnew } from '../queries/controls.ts'
import { forgetReader } from '../queries/promises.ts'
import { dropActsOf } from '../queries/signals.ts'
import type { ActKind } from './kinds.ts'
import { turnOf } from './record.ts'

const inTurn = (ground: Ground, member: Member, work: (tx: Tx) => Promise<void>): Promise<void> =>
  ground.db.transaction(async (tx) => {
    await takeTurns(tx, turnOf(member.id))
    await work(tx)
  })

export interface LearningChange {
  paused?: boolean | undefined
  chronological?: boolean | undefined
}

/** Pauses learning or goes on with it, orders Discover by time or for the reader again. What is not named stays. */
export const changeLearning = (ground: Ground, member: Member, { paused, chronological }: LearningChange): Promise<void> =>
  inTurn(ground, member, async (tx) => {
    const before = await controlsOf(tx, member.id)
    if (chronological !== undefined) await setChronological(tx, member.id, chronological)
    if (paused !== undefined && paused !== before.paused) await setPaused(tx, member.id, paused, ground.clock.now())
  })

/** From now on the engine knows nothing of what was before; likes and boards stay as they are. */
export const startWithoutHistory = (ground: Ground, member: Member): Promise<void> =>
  inTurn(ground, member, (tx) => startAnew(tx, member.id, ground.clock.now()))

/** Makes the engine forget one act. A like stays a like; hide and less like this end with it. */
export const forgetOne = (ground: Ground, member: Member, noteId: NoteId, kind: ActKind): Promise<void> =>
  inTurn(ground, member, (tx) => forgetAct(tx, member.id, noteId, kind, ground.clock.now()))

/** Deletes what the feed recorded of a member, and starts without history: afterwards nothing here holds an act of theirs. */
export const forgetAll = (ground: Ground, member: Member): Promise<void> =>
  inTurn(ground, member, async (tx) => {
    await dropActsOf(tx, member.id)
    await forgetReader(tx, member.id)
    await startAnew(tx, member.id, ground.clock.now())
  })
