import type { Insertable } from 'kysely'
import type { Tx } from '#ground/database/index.ts'
import type { TopicLabelsTable, TopicLinksTable, TopicsTable } from '../tables.ts'

const AT_ONCE = 1_000

async function inParts<T>(rows: T[], write: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += AT_ONCE) await write(rows.slice(start, start + AT_ONCE))
}

export const insertTopics = (tx: Tx, rows: Insertable<TopicsTable>[]) =>
  inParts(rows, (part) =>
    tx
      .insertInto('topics')
      .values(part)
      .onConflict((on) => on.doNothing())
      .execute(),
  )
export const insertLabels = (tx: Tx, rows: Insertable<TopicLabelsTable>[]) =>
  inParts(rows, (part) =>
    tx
      .insertInto('topic_labels')
      .values(part)
      .onConflict((on) => on.doNothing())
      .execute(),
  )
export const insertLinks = (tx: Tx, rows: Insertable<TopicLinksTable>[]) =>
  inParts(rows, (part) =>
    tx
      .insertInto('topic_links')
      .values(part)
      .onConflict((on) => on.doNothing())
      .execute(),
  )
