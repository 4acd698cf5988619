import type { Reader } from '#ground/database/index.ts'
import type { ActorId, LayerId } from '#ground/ids/index.ts'
import { mendsBy } from './queries/mends.ts'
import { layersBy } from './queries/people.ts'
import type { MendId } from './tables.ts'

const PAGE = 500

/** The layers a member made for others' texts; their own texts are exported with what they belong to. */
export async function* exportLayers(db: Reader, member: ActorId): AsyncGenerator<object> {
  let after: LayerId | null = null
  for (;;) {
    const rows: Awaited<ReturnType<typeof layersBy>> = await layersBy(db, member, after, PAGE)
    yield* rows
    after = rows.at(-1)?.id ?? null
    if (rows.length < PAGE || after === null) return
  }
}

/** The sentences they worded in others' layers, with what became of them. */
export async function* exportMends(db: Reader, member: ActorId): AsyncGenerator<object> {
  let after: MendId | null = null
  for (;;) {
    const rows: Awaited<ReturnType<typeof mendsBy>> = await mendsBy(db, member, after, PAGE)
    yield* rows
    after = rows.at(-1)?.id ?? null
    if (rows.length < PAGE || after === null) return
  }
}
