import type { Reader } from '#ground/database/index.ts'
import type { House, Subject, SubjectKind } from '#ground/feature.ts'
import { isUuid, type MediaId } from '#ground/ids/index.ts'
import { findMedia, type MediaRow, mediaById } from './queries/media.ts'

/** `picture`: whoever may read what shows it may read the picture, so that there can be words in it. What nobody shows is nobody's to read. */
export const subjects = (house: House): Record<string, SubjectKind> => {
  const found = async (db: Reader, id: string): Promise<MediaRow | undefined> => (isUuid(id) ? findMedia(db, id as MediaId) : undefined)
  const partOf = async (db: Reader, id: string): Promise<Subject | null> => (await found(db, id))?.subject ?? null
  return {
    picture: {
      partOf,
      async readable(db, viewer, ids) {
        const rows = await mediaById(db, ids.filter(isUuid) as MediaId[])
        const readable = new Set<string>()
        for (const [kind, shown] of Map.groupBy(rows, ({ subject }) => subject?.kind)) {
          if (kind === undefined) continue
          const whole = await house.subjects.get(kind)?.readable(db, viewer, [...new Set(shown.map(({ subject }) => subject?.id ?? ''))])
          for (const { id, subject } of shown) if (subject && whole?.has(subject.id)) readable.add(id)
        }
        return readable
      },
      owner: async (db, id) => (await found(db, id))?.ownerId ?? null,
      async isPublic(db, id) {
        const whole = await partOf(db, id)
        return (whole && house.subjects.get(whole.kind)?.isPublic(db, whole.id)) ?? false
      },
      async address(db, id) {
        const whole = await partOf(db, id)
        return (whole && house.subjects.get(whole.kind)?.address(db, whole.id)) ?? null
      },
      excerpt: async (db, id) => (await found(db, id))?.alt ?? '',
    },
  }
}
