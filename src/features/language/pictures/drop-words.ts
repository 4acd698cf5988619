import { type Ground, subject } from '#ground/feature.ts'
import type { MediaId } from '#ground/ids/index.ts'
import { dropLayers } from '../drop-layers.ts'

/** A picture is gone, its words in every language follow; nobody could read them since it went. */
export const dropWords = ({ db }: Ground, { payload }: { payload: { mediaId: MediaId } }): Promise<void> =>
  db.transaction((tx) => dropLayers(tx, subject('picture', payload.mediaId)))
