import { z } from 'zod'
import type { Config } from '#ground/config/index.ts'
import type { Reader } from '#ground/database/index.ts'
import { type Ground, kindOf, type Subject } from '#ground/feature.ts'
import { anonymous } from '#ground/http/viewer.ts'
import type { MediaId } from '#ground/ids/index.ts'
import { ANIMATED, type StoredVariant } from './picture.ts'
import { type MediaRow, mediaById, mediaOfSubjects } from './queries/media.ts'
import { type Sign, signer } from './signing.ts'

export const zVariant = z.object({ url: z.string(), width: z.int(), height: z.int(), type: z.string() }).meta({ id: 'Variant' })
export const zPicture = z
  .object({
    id: z.string(),
    alt: z.string(),
    width: z.int(),
    height: z.int(),
    focal: z.object({ x: z.number(), y: z.number() }),
    preview: z.string().nullable().describe('Tiny data: URL to show until the picture is there.'),
    variants: z.array(zVariant).describe('Ascending width; AVIF before WebP of the same width.'),
    moving: zVariant.nullable().describe('The animation, when there is one; the variants are its first frame.'),
  })
  .meta({ id: 'Picture' })
export type Variant = z.output<typeof zVariant>
export type Picture = z.output<typeof zPicture>

export const zMedia = z.object({
  id: z.string(),
  state: z.enum(['uploading', 'checked', 'ready', 'failed']),
  reason: z.string().nullable(),
  sentence: z.string().nullable(),
  alt: z.string(),
  focal: z.object({ x: z.number(), y: z.number() }),
  picture: zPicture.nullable(),
})

/** A ready row as the API shows it; `sign` null gives addresses that never end. */
export function presentPicture({ MEDIA_ORIGIN = '' }: Config, row: MediaRow, sign: Sign | null): Picture {
  const show = ({ name, width, height, type }: StoredVariant): Variant => ({
    url: `${MEDIA_ORIGIN}/media/files/${row.id}/${name}${sign ? sign(row.id, name) : ''}`,
    width,
    height,
    type,
  })
  const moving = row.variants.find(({ name }) => name === ANIMATED)
  return {
    id: row.id,
    alt: row.alt,
    width: row.width ?? 0,
    height: row.height ?? 0,
    focal: row.focal,
    preview: row.preview,
    variants: row.variants
      .filter((variant) => variant !== moving)
      .sort((a, b) => a.width - b.width || a.type.localeCompare(b.type))
      .map(show),
    moving: moving ? show(moving) : null,
  }
}

/** Which of these subjects anybody may see: theirs need no signature. One query. */
export async function openSubjects({ house, config }: Pick<Ground, 'house' | 'config'>, db: Reader, kind: string, ids: string[]): Promise<Set<string>> {
  if (config.PUBLIC_READING === 'off' || !house.subjects.has(kind)) return new Set()
  return kindOf(house, kind).readable(db, anonymous(), ids)
}

/**
 * The ready pictures of each subject, in order; subjects without any are left out. Three queries at most for one kind.
 * The caller has checked that the viewer may see these subjects: addresses of others' eyes only are signed and end within the hour.
 * `first`: covers only. `open`: ids of those subjects that anybody may see, where the caller knows it already.
 */
export async function picturesOf(
  ground: Ground,
  db: Reader,
  subjects: readonly Subject[],
  { first = false, open }: { first?: boolean; open?: ReadonlySet<string> } = {},
): Promise<Map<string, Picture[]>> {
  const pictures = new Map<string, Picture[]>()
  for (const kind of new Set(subjects.map((subject) => subject.kind))) {
    const ids = subjects.filter((subject) => subject.kind === kind).map(({ id }) => id)
    for (const [row, picture] of await present(ground, db, await mediaOfSubjects(db, kind, ids, first), open)) {
      const id = row.subject?.id ?? ''
      pictures.set(id, [...(pictures.get(id) ?? []), picture])
    }
  }
  return pictures
}

/** Ready pictures by their own ids (avatars, banners, covers of boards); the same promise of the caller. */
export async function picturesById(ground: Ground, db: Reader, ids: readonly MediaId[]): Promise<Map<MediaId, Picture>> {
  return new Map((await present(ground, db, await mediaById(db, ids))).map(([row, picture]) => [row.id, picture]))
}

async function present(ground: Ground, db: Reader, rows: MediaRow[], known?: ReadonlySet<string>): Promise<[MediaRow, Picture][]> {
  const ready = rows.filter(({ state }) => state === 'ready')
  if (ready.length === 0) return []
  const sign = await signer(ground)
  if (known) {
    const isOpen = (id: string | undefined) => ground.config.PUBLIC_READING !== 'off' && id !== undefined && known.has(id)
    return ready.map((row) => [row, presentPicture(ground.config, row, isOpen(row.subject?.id) ? null : sign)])
  }
  const open = new Set<string>()
  for (const kind of new Set(ready.map(({ subject }) => subject?.kind))) {
    const ids = ready.filter(({ subject }) => subject?.kind === kind).map(({ subject }) => subject?.id ?? '')
    if (kind) for (const id of await openSubjects(ground, db, kind, [...new Set(ids)])) open.add(`${kind} ${id}`)
  }
  return ready.map((row) => [row, presentPicture(ground.config, row, row.subject && open.has(`${row.subject.kind} ${row.subject.id}`) ? null : sign)])
}
