/** What a new feature starts with (architecture § 4): one noun, one table, one verb, two routes, words in every language. */
export interface Naming {
  /** `culture-notes` */
  folder: string
  /** `culture-note` */
  noun: string
  one: string
  many: string
  One: string
  Many: string
  /** `culture_notes` */
  table: string
}

export function filesOf(naming: Naming): Record<string, string> {
  const folder = `src/features/${naming.folder}`
  return {
    [`${folder}/README.md`]: readme(naming),
    [`${folder}/index.ts`]: index(naming),
    [`${folder}/${naming.noun}.ts`]: noun(naming),
    [`${folder}/${naming.noun}.test.ts`]: nounTest(naming),
    [`${folder}/tables.ts`]: tables(naming),
    [`${folder}/migrations/0001-${naming.folder}.ts`]: migration(naming),
    [`${folder}/migrations/index.ts`]: `import * as ${naming.many} from './0001-${naming.folder}.ts'\n\nexport const migrations = { '0001-${naming.folder}': ${naming.many} }\n`,
    [`${folder}/queries.ts`]: queries(naming),
    [`${folder}/open-${naming.noun}.ts`]: verb(naming),
    [`${folder}/open-${naming.noun}.db.test.ts`]: verbTest(naming),
    [`${folder}/routes.ts`]: routes(naming),
    [`${folder}/present.ts`]: present(naming),
    [`${folder}/events.ts`]: events(naming),
    [`src/pure/words/en/${naming.folder}.ts`]: words(naming, 'A title has 1 to {count} characters.'),
    [`src/pure/words/zh-Hans/${naming.folder}.ts`]: words(naming, '标题要在 1 到 {count} 个字之间。'),
  }
}

const readme = ({ folder, noun, table }: Naming) => `# ${folder}
What a member sees of it, in one sentence.

- Tables: \`${table}\`.
- Announces: \`${noun}.opened\`.
- Why it is so: …
`

const index = ({ folder, many, noun, One }: Naming) => `import { feature } from '#ground/feature.ts'
import './events.ts'
import { migrations } from './migrations/index.ts'
import { routes } from './routes.ts'

export const ${many} = feature({ name: '${folder}', migrations, routes })

export { open${One} } from './open-${noun}.ts'
`

const noun = ({ noun, One }: Naming) => `import { Refusal } from '#pure/problem/index.ts'
import { countGraphemes } from '#pure/text/graphemes.ts'

export const MOST_TITLE_GRAPHEMES = 80

/** The title as it is kept. Throws Refusal \`${noun}-title\`. */
export function check${One}Title(text: string): string {
  const title = text.trim()
  if (title === '' || countGraphemes(title) > MOST_TITLE_GRAPHEMES) throw new Refusal('${noun}-title', { field: 'title', count: MOST_TITLE_GRAPHEMES })
  return title
}
`

const nounTest = ({ noun, One }: Naming) => `import { expect, test } from 'vitest'
import { check${One}Title, MOST_TITLE_GRAPHEMES } from './${noun}.ts'

test('a title is kept without the space around it', () => {
  expect(check${One}Title('  饺子 ')).toBe('饺子')
})

test('a title of nothing, or of one character too many, is refused', () => {
  expect(() => check${One}Title('   ')).toThrow('${noun}-title')
  expect(() => check${One}Title('字'.repeat(MOST_TITLE_GRAPHEMES + 1))).toThrow('${noun}-title')
  expect(check${One}Title('字'.repeat(MOST_TITLE_GRAPHEMES))).toHaveLength(MOST_TITLE_GRAPHEMES)
})
`

const tables = ({ table, Many }: Naming) => `import type { Instant } from '#ground/clock/index.ts'
import type { ActorId } from '#ground/ids/index.ts'

export interface ${Many}Table {
  id: string
  owner_id: ActorId
  title: string
  created_at: Instant
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    ${table}: ${Many}Table
  }
}
`

const migration = ({ table }: Naming) => `import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Distribution key: owner_id (reader). */
export async function up(db: Schema): Promise<void> {
  await sql\`create table ${table} (id uuid primary key, owner_id uuid not null, title text not null, created_at timestamptz not null)\`.execute(db)
  await sql\`create index ${table}_owner on ${table} (owner_id, id desc)\`.execute(db)
}
`

const queries = ({ table, one, many, One, Many }: Naming) => `import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { ${Many}Table } from './tables.ts'

export const insert${One} = (tx: Tx, ${one}: ${Many}Table) => tx.insertInto('${table}').values(${one}).execute()

/** The ${many} of one member, newest first, at most 80. */
export const ${many}Of = (db: Reader, owner: ActorId) =>
  db
    .selectFrom('${table}')
    .select(['id', 'title', 'created_at as createdAt'])
    .where('owner_id', '=', owner)
    .orderBy('id', 'desc')
    .limit(80)
    .execute()
`

const verb = ({ noun, one, One }: Naming) => `import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import './events.ts'
import { check${One}Title } from './${noun}.ts'
import { insert${One} } from './queries.ts'

/** Opens one for its owner and answers its id. Throws Refusal \`${noun}-title\`. */
export async function open${One}({ db, ids, clock, outbox }: Ground, owner: Member, input: { title: string }): Promise<string> {
  const title = check${One}Title(input.title)
  const ${one}Id = ids.next()
  await db.transaction(async (tx) => {
    await insert${One}(tx, { id: ${one}Id, owner_id: owner.id, title, created_at: clock.now() })
    await outbox.announce(tx, '${noun}.opened', { ${one}Id, ownerId: owner.id }, ${one}Id)
  })
  return ${one}Id
}
`

const verbTest = ({ folder, noun }: Naming) => `import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  await house.a.member({ handle: 'lin' })
  await house.a.member({ handle: 'ana' })
})
afterAll(() => house.close())

test('what a member opened stands in their list, and in nobody else’s', async () => {
  const opened = await house.as('lin').post('/${folder}', { title: '包饺子' })
  expect(opened.status).toBe(201)
  const mine = await house.as('lin').get('/${folder}')
  expect(mine.json.items).toEqual([{ id: opened.json.id, title: '包饺子', createdAt: '2026-03-01T12:00:00.000Z' }])
  const theirs = await house.as('ana').get('/${folder}')
  expect(theirs.json.items).toEqual([])
})

test('without a title it is refused in words', async () => {
  const refused = await house.as('lin').post('/${folder}', { title: '  ' })
  expect(refused.status).toBe(422)
  expect(refused.json.type).toBe('/problems/${noun}-title')
})
`

const routes = ({ folder, noun, one, many, One }: Naming) => `import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { open${One} } from './open-${noun}.ts'
import { present${One}, z${One} } from './present.ts'
import { ${many}Of } from './queries.ts'

const mine = defineRoute({
  method: 'get',
  path: '/${folder}',
  tag: '${folder}',
  summary: 'Mine, newest first',
  who: 'member',
  scope: 'read',
  answer: z.object({ items: z.array(z${One}) }),
  async handle({ db }, viewer) {
    const rows = await ${many}Of(db.q, viewer.id)
    return { items: rows.map(present${One}) }
  },
})

const open = defineRoute({
  method: 'post',
  path: '/${folder}',
  tag: '${folder}',
  summary: 'Open one',
  who: 'member',
  scope: 'write',
  body: z.object({ title: z.string().max(1000) }),
  answer: z.object({ id: z.string() }),
  refusals: ['${noun}-title'],
  async handle(ground, viewer, { body }) {
    const ${one}Id = await open${One}(ground, viewer, body)
    return { id: ${one}Id }
  },
})

export const routes = [mine, open]
`

const present = ({ one, One }: Naming) => `import { z } from 'zod'
import type { Instant } from '#ground/clock/index.ts'
import { zTime } from '#ground/http/shapes.ts'

export const z${One} = z.object({ id: z.string(), title: z.string(), createdAt: zTime })

export const present${One} = (${one}: { id: string; title: string; createdAt: Instant }) => ({ id: ${one}.id, title: ${one}.title, createdAt: ${one}.createdAt.toISOString() })
`

const events = ({ noun, one }: Naming) => `import type { ActorId } from '#ground/ids/index.ts'

declare module '#ground/outbox/index.ts' {
  interface Events {
    '${noun}.opened': { ${one}Id: string; ownerId: ActorId }
  }
}
`

const words = ({ noun, many }: Naming, title: string) => `import type { Messages } from '../index.ts'

export const ${many}: Messages = {
  'problem.${noun}-title': '${title}',
}
`
