import { z } from 'zod'
import { readerOf, titlesFor } from '#features/language/index.ts'
import { actorBriefs, zActorBrief } from '#features/notes/index.ts'
import { askKinds, type Ground, keyOf, readableAmong } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { say } from '#pure/words/index.ts'
import type { NoticeRow } from './queries/notices.ts'

export const zNotice = z
  .object({
    id: z.string(),
    kind: z.string(),
    at: z.string(),
    unread: z.boolean(),
    count: z.int().describe('How many people did it'),
    actors: z.array(zActorBrief).describe('The latest of them, at most five'),
    subject: z.object({ kind: z.string(), id: z.string() }),
    url: z.string(),
    sentence: z.string().describe('Who did what, in the language of the interface'),
    excerpt: z.string().describe('Beginning of what it is about, as the reader reads it'),
    language: z.string().nullable().describe('Of the excerpt'),
  })
  .meta({ id: 'Notice' })
export type NoticeView = z.input<typeof zNotice>

/** What is told of by its name; notes and comments have a text. */
const NAMED = new Set(['board', 'layer', 'saved-search'])

/** Notices as their member sees them; those about what they may no longer read, or by people who are gone, are left out. */
export async function presentNotices(ground: Ground, me: Member, rows: readonly NoticeRow[]): Promise<NoticeView[]> {
  const db = ground.db.q
  const [people, readable] = [
    await actorBriefs(
      ground,
      db,
      rows.flatMap(({ actors }) => actors),
    ),
    await readableAmong(
      ground.house,
      db,
      me,
      rows.map(({ subject }) => subject),
    ),
  ]
  const texts = rows.map(({ subject }) => subject).filter(({ kind }) => kind === 'note' || kind === 'comment')
  const titles = texts.length > 0 ? await titlesFor(db, await readerOf(ground, me), texts) : new Map()
  const shown = rows.map(({ subject }) => subject).filter((one) => readable.has(keyOf(one)))
  const addresses = await askKinds(ground.house, shown, (kind, ids) => kind.addresses(db, ids))
  const names = await askKinds(
    ground.house,
    shown.filter(({ kind }) => NAMED.has(kind)),
    (kind, ids) => kind.excerpts(db, ids),
  )
  return rows.flatMap((row) => {
    const url = addresses.get(keyOf(row.subject))
    const actors = row.actors.flatMap((id) => people.get(id) ?? [])
    if (!url || actors.length === 0) return []
    const text = titles.get(row.subject.id)
    return [
      {
        id: row.id,
        kind: row.kind,
        at: row.at.toISOString(),
        unread: !row.read,
        count: row.count,
        actors,
        subject: row.subject,
        url,
        sentence: sentenceOf(
          ground,
          me.locale,
          row,
          actors.map(({ name }) => name),
        ),
        excerpt: text ? text.title || text.excerpt : (names.get(keyOf(row.subject)) ?? ''),
        language: text?.language ?? null,
      },
    ]
  })
}

function sentenceOf({ house }: Ground, locale: string, { kind, count }: NoticeRow, names: string[]): string {
  const [a = '', b = ''] = names
  const others = { count: count - Math.min(2, names.length) }
  const who =
    count === 1
      ? a
      : b === ''
        ? say(locale, 'notice.one-more', { a, ...others })
        : count === 2
          ? say(locale, 'notice.two', { a, b })
          : say(locale, 'notice.more', { a, b, ...others })
  return say(locale, house.notices.get(kind)?.words ?? `notice.${kind}`, { who })
}
