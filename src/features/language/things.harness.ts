import type { SubjectKind } from '#ground/feature.ts'
import { subject } from '#ground/feature.ts'
import { viewerId } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { keepOriginal, type OriginalText } from './keep-original.ts'

interface Thing {
  owner: ActorId
  isPublic: boolean
  /** Who else may read what is not public. */
  readers: ActorId[]
}

/** A house where the subject kind `thing` exists: language knows no notes, so its tests need none. */
export async function houseOfThings(settings: Record<string, string> = {}, start?: string) {
  const house: TestHouse = await openHouse(settings, start)
  const things = new Map<string, Thing>()
  const kind: SubjectKind = {
    async readable(_db, viewer, ids) {
      const me = viewerId(viewer)
      return new Set(
        ids.filter((id) => {
          const thing = things.get(id)
          return thing !== undefined && (thing.isPublic || (me !== null && (thing.owner === me || thing.readers.includes(me))))
        }),
      )
    },
    owners: async (_db, ids) => new Map(ids.flatMap((id) => [things.get(id)].flatMap((thing) => (thing ? [[id, thing.owner] as const] : [])))),
    isPublic: async (_db, id) => things.get(id)?.isPublic ?? false,
    addresses: async (_db, ids) => new Map(ids.map((id) => [id, `/things/${id}`])),
    excerpts: async () => new Map(),
  }
  house.ground.house.subjects.set('thing', kind)
  return {
    ...house,
    things,
    /** A thing with a text; answers its id. */
    async thing(owner: ActorId, title: string, more: Partial<Omit<OriginalText, 'title'>> & { isPublic?: boolean; readers?: ActorId[] } = {}): Promise<string> {
      const id = house.ground.ids.next()
      const { isPublic = true, readers = [], ...text } = more
      things.set(id, { owner, isPublic, readers })
      await this.write(id, title, text)
      return id
    },
    write: (id: string, title: string, text: Partial<Omit<OriginalText, 'title'>> = {}) =>
      house.ground.db.transaction((tx) => keepOriginal(tx, house.ground, subject('thing', id), { body: '', warning: null, ...text, title })),
  }
}
export type HouseOfThings = Awaited<ReturnType<typeof houseOfThings>>
