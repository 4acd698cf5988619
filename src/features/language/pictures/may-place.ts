import type { ActorId } from '#ground/ids/index.ts'
import type { LayerRow } from '../queries/layers.ts'

/**
 * Whether a member who may read a picture may write down, or mend, what it says: its owner always; anybody as long as the owner has not done so.
 * Every wording is kept, so that what one spoils another brings back.
 */
export const mayPlace = (member: ActorId, owner: ActorId | null, words: Pick<LayerRow, 'byActor'> | undefined): boolean =>
  owner === member || words === undefined || words.byActor !== owner
