import { textsOf, titlesFor } from '#features/language/index.ts'
import { type Actor, actorsById, memberById } from '#features/people/index.ts'
import type { Reader } from '#ground/database/index.ts'
import { type Searchable, type SubjectKind, subject } from '#ground/feature.ts'
import { type ActorId, isUuid } from '#ground/ids/index.ts'
import { isOpenPerson } from './profile-view.ts'
import { metAmong, peopleAfter } from './queries/people.ts'

const actorId = (text: string): ActorId | null => (isUuid(text) ? (text as ActorId) : null)
const living = (db: Reader, ids: readonly string[]): Promise<Map<string, Actor>> =>
  actorsById(
    db,
    ids.flatMap((id) => actorId(id) ?? []),
  )

/** What these actors are, by their ids. */
async function each<T>(db: Reader, ids: readonly string[], what: (actor: Actor) => T): Promise<Map<string, T>> {
  return new Map([...(await living(db, ids)).values()].map((actor) => [actor.id, what(actor)]))
}

const person: SubjectKind = {
  readable: async (db, viewer, ids) =>
    new Set(
      await metAmong(
        db,
        viewer,
        ids.flatMap((id) => actorId(id) ?? []),
      ),
    ),
  owners: (db, ids) => each(db, ids, ({ id }) => id),
  isPublic: async (db, id) => actorId(id) !== null && isOpenPerson(db, id as ActorId),
  addresses: (db, ids) => each(db, ids, ({ handle, host }) => `/@${handle}${host ? `@${host}` : ''}`),
  excerpts: (db, ids) => each(db, ids, ({ name }) => name),
}

const AS_WRITTEN = { reads: [], show: 'original', keepOriginal: [], locale: 'en' } as const

/** `person`: the actor; `bio`: their words about themselves; `profile`: what their avatar and banner hang on. All three are seen by whoever may meet them. */
export const subjects: Record<string, SubjectKind> = {
  person,
  profile: person,
  bio: {
    ...person,
    async excerpts(db, ids) {
      const texts = await titlesFor(
        db,
        AS_WRITTEN,
        ids.flatMap((id) => (actorId(id) ? [subject('bio', id)] : [])),
      )
      return new Map([...texts].map(([id, { excerpt }]) => [id, excerpt]))
    },
  },
}

/** Found by name and handle; by their bio too unless locked. Members under 16 are not found (security V5). */
export const searchable: Record<string, Searchable> = {
  person: {
    async load(db, id) {
      const actor = (await living(db, [id])).get(id)
      const member = actor && (await memberById(db, actor.id))
      if (!actor || !member || member.state !== 'active' || member.minor) return null
      const bios = actor.locked ? [] : await textsOf(db, subject('bio', id))
      const language = bios[0]?.language ?? 'und'
      const [first = { language, body: '' }, ...others] = bios
      return {
        id,
        kind: 'person',
        texts: [{ ...first, title: `${actor.name}\n${actor.handle}` }, ...others],
        topics: [],
        language,
        author: actor.id,
        createdAt: actor.createdAt,
        hasPictures: false,
      }
    },
    ids: peopleAfter,
  },
}
