import { type House, type Subject, type SubjectKind, subject } from '#ground/feature.ts'
import { isUuid, type LayerId } from '#ground/ids/index.ts'
import { truncateGraphemes } from '#pure/text/graphemes.ts'
import { layerById, layersById } from './queries/layers.ts'

const EXCERPT = 140
/** Words in a picture need not be its owner's. */
const isReported = ({ origin, subjectKind }: { origin: string; subjectKind: string }): boolean => origin !== 'original' || subjectKind === 'picture'

/** `layer`: one rendering of a text, or the words of a picture, so that it can be reported. Whoever may read the text may read its layers; an original is reported as the text itself. */
export const subjects = (house: House): Record<string, SubjectKind> => {
  const found = async (db: Parameters<SubjectKind['owner']>[0], id: string) => {
    const layer = isUuid(id) ? await layerById(db, id as LayerId) : undefined
    return layer && isReported(layer) ? layer : undefined
  }
  const textOf = async (db: Parameters<SubjectKind['owner']>[0], id: string): Promise<Subject | undefined> => {
    const layer = await found(db, id)
    return layer && subject(layer.subjectKind, layer.subjectId)
  }
  return {
    layer: {
      async readable(db, viewer, ids) {
        const layers = (await layersById(db, ids.filter(isUuid) as LayerId[])).filter(isReported)
        const readable = new Set<string>()
        for (const [kind, of] of Map.groupBy(layers, ({ subjectKind }) => subjectKind)) {
          const texts = await house.subjects.get(kind)?.readable(db, viewer, [...new Set(of.map(({ subjectId }) => subjectId))])
          for (const { id, subjectId } of of) if (texts?.has(subjectId)) readable.add(id)
        }
        return readable
      },
      owner: async (db, id) => (await found(db, id))?.byActor ?? null,
      async isPublic(db, id) {
        const of = await textOf(db, id)
        return (of && house.subjects.get(of.kind)?.isPublic(db, of.id)) ?? false
      },
      async address(db, id) {
        const of = await textOf(db, id)
        return of ? `/layers?subjectKind=${of.kind}&subjectId=${of.id}#l-${id}` : null
      },
      async excerpt(db, id) {
        const layer = await found(db, id)
        return layer ? layer.title || truncateGraphemes(layer.body.replace(/\s+/gu, ' ').trim(), EXCERPT, '…') : ''
      },
    },
  }
}
