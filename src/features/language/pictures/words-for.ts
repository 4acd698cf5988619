import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { TextReader } from '../layer.ts'
import { layeredTexts } from '../layers-for.ts'
import { saidByLine } from './lines.ts'
import { mayPlace } from './may-place.ts'
import type { PictureWords } from './present.ts'

/** Pictures of one owner. `open` false: their words may not go to an engine. */
export interface AskedPictures {
  ids: readonly string[]
  owner: ActorId | null
  open: boolean
}

/**
 * What these pictures say, by id, as this reader sees it; pictures without words are missing. `me` is null for visitors. The caller has checked
 * that the reader may see the pictures. One query, and those of `layersFor` when there are words.
 */
export async function wordsInPictures(
  db: Reader,
  reader: TextReader,
  me: ActorId | null,
  { ids, owner, open }: AskedPictures,
): Promise<Map<string, PictureWords>> {
  const texts = await layeredTexts(
    db,
    reader,
    ids.map((id) => ({ kind: 'picture', id, open })),
  )
  const words = new Map<string, PictureWords>()
  for (const [picture, { text, original, shown }] of texts) {
    const said = original === shown ? [] : saidByLine(original, shown)
    const lines = original.body.split('\n')
    const boxes = (original.boxes ?? []).map((box, i) => ({
      ...box,
      original: lines[i] ?? '',
      shown: said[i]?.text ?? '',
      state: original === shown ? ('fresh' as const) : (said[i]?.state ?? ('missing' as const)),
    }))
    words.set(picture, { picture, text, boxes, revision: original.revision, mayPlace: me !== null && mayPlace(me, owner, original) })
  }
  return words
}
