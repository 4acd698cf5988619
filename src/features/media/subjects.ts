import type { Reader } from '#ground/database/index.ts'
import { askKinds, type House, keyOf, type Subject, type SubjectKind } from '#ground/feature.ts'
import { isUuid, type MediaId } from '#ground/ids/index.ts'
import { type MediaRow, mediaById } from './queries/media.ts'

/** `picture`: whoever may read what shows it may read the picture, so that there can be words in it. What nobody shows is nobody's to read. */
export const subjects = (house: House): Record<string, SubjectKind> => {
  const found = (db: Reader, ids: readonly string[]): Promise<MediaRow[]> => mediaById(db, ids.filter(isUuid) as MediaId[])
  const partOf = async (db: Reader, id: string): Promise<Subject | null> => (await found(db, [id]))[0]?.subject ?? null
  return {
    picture: {
      partOf,
      async readable(db, viewer, ids) {
        const rows = await found(db, ids)
        const readable = new Set<string>()
        for (const [kind, shown] of Map.groupBy(rows, ({ subject }) => subject?.kind)) {
          if (kind === undefined) continue
          const whole = await house.subjects.get(kind)?.readable(db, viewer, [...new Set(shown.map(({ subject }) => subject?.id ?? ''))])
          for (const { id, subject } of shown) if (subject && whole?.has(subject.id)) readable.add(id)
        }
        return readable
      },
      owners: async (db, ids) => new Map((await found(db, ids)).map(({ id, ownerId }) => [id, ownerId])),
      async isPublic(db, id) {
        const whole = await partOf(db, id)
        return (whole && house.subjects.get(whole.kind)?.isPublic(db, whole.id)) ?? false
      },
      async addresses(db, ids) {
        const shown = (await found(db, ids)).flatMap(({ id, subject }) => (subject ? [{ id, subject }] : []))
        const wholes = await askKinds(
          house,
          shown.map(({ subject }) => subject),
          (kind, of) => kind.addresses(db, of),
        )
        return new Map(
          shown.flatMap(({ id, subject }) => {
            const address = wholes.get(keyOf(subject))
            return address ? [[id, address] as const] : []
          }),
        )
      },
      excerpts: async (db, ids) => new Map((await found(db, ids)).map(({ id, alt }) => [id, alt])),
    },
  }
}
