import type { Reader } from '#ground/database/index.ts'
import type { House, SubjectKind } from '#ground/feature.ts'
import { isUuid, type LayerId } from '#ground/ids/index.ts'
import { truncateGraphemes } from '#pure/text/graphemes.ts'
import { type LayerRow, layersById } from './queries/layers.ts'

const EXCERPT = 140
/** Words in a picture need not be its owner's. */
const isReported = ({ origin, subjectKind }: LayerRow): boolean => origin !== 'original' || subjectKind === 'picture'
const excerptOf = ({ title, body }: LayerRow): string => title || truncateGraphemes(body.replace(/\s+/gu, ' ').trim(), EXCERPT, '…')

/** `layer`: one rendering of a text, or the words of a picture, so that it can be reported. Whoever may read the text may read its layers; an original is reported as the text itself. */
export const subjects = (house: House): Record<string, SubjectKind> => {
  const found = async (db: Reader, ids: readonly string[]) => (await layersById(db, ids.filter(isUuid) as LayerId[])).filter(isReported)
  return {
    layer: {
      async readable(db, viewer, ids) {
        const layers = await found(db, ids)
        const readable = new Set<string>()
        for (const [kind, of] of Map.groupBy(layers, ({ subjectKind }) => subjectKind)) {
          const texts = await house.subjects.get(kind)?.readable(db, viewer, [...new Set(of.map(({ subjectId }) => subjectId))])
          for (const { id, subjectId } of of) if (texts?.has(subjectId)) readable.add(id)
        }
        return readable
      },
      owners: async (db, ids) => new Map((await found(db, ids)).flatMap(({ id, byActor }) => (byActor ? [[id, byActor] as const] : []))),
      async isPublic(db, id) {
        const [layer] = await found(db, [id])
        return (layer && house.subjects.get(layer.subjectKind)?.isPublic(db, layer.subjectId)) ?? false
      },
      addresses: async (db, ids) =>
        new Map((await found(db, ids)).map(({ id, subjectKind: kind, subjectId: of }) => [id, `/layers?subjectKind=${kind}&subjectId=${of}&at=${id}#l-${id}`])),
      excerpts: async (db, ids) => new Map((await found(db, ids)).map((layer) => [layer.id, excerptOf(layer)])),
    },
  }
}
