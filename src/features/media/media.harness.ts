import sharp from 'sharp'
import type { Subject, SubjectKind } from '#ground/feature.ts'
import type { MediaId } from '#ground/ids/index.ts'
import type { TestHouse } from '#tests/house.ts'
import { receiveBody } from './receive-body.ts'

/** A subject that is public, for some, or gone, as the test says. */
export function standIn(house: TestHouse, kind = 'stand-in') {
  const things = new Map<string, 'public' | 'private'>()
  const contribution: SubjectKind = {
    readable: async (_db, viewer, ids) => new Set(ids.filter((id) => things.get(id) === 'public' || (viewer.kind !== 'anonymous' && things.has(id)))),
    owners: async (_db, ids) => new Map(ids.flatMap((id) => (things.has(id) ? [[id, '00000000-0000-7000-8000-000000000000' as never] as const] : []))),
    isPublic: async (_db, id) => things.get(id) === 'public',
    addresses: async () => new Map(),
    excerpts: async () => new Map(),
  }
  house.ground.house.subjects.set(kind, contribution)
  return {
    make(state: 'public' | 'private'): Subject {
      const id = house.ground.ids.next()
      things.set(id, state)
      return { kind, id }
    },
    remove: ({ id }: Subject) => things.delete(id),
  }
}

export const jpeg = (width = 900, height = 600, background = '#3f7566'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()

export const bodyOf = (bytes: Uint8Array, headers: Record<string, string> = {}): Request =>
  new Request('http://localhost:3000/api/commonplace/v1/media', { method: 'POST', body: bytes as never, headers })

/** Uploads and decodes. */
export async function upload(house: TestHouse, handle: string, bytes: Uint8Array): Promise<MediaId> {
  const id = await receiveBody(house.ground, await house.viewer(handle), bodyOf(bytes))
  await house.settle()
  return id
}

export async function keysOf({ ground }: TestHouse): Promise<string[]> {
  const keys: string[] = []
  for await (const key of ground.storage.list()) keys.push(key)
  return keys
}
