import { afterEach, expect, test } from 'vitest'
import { vanished } from './check-openapi.ts'
import { checkTables } from './check-tables.ts'
import { checkWords, refusalsIn } from './check-words.ts'
import { missingEntries } from './complete-lock.ts'
import { withDrawnPart } from './draw-house.ts'
import { namingOf, newFeature, withArea } from './new-feature.ts'
import { lastLine, outcomeOf } from './run-tests.ts'
import { makeToy, type Toy } from './toy-tree.harness.ts'

let toy: Toy | undefined
afterEach(() => toy?.remove())

const migration = (table: string) => `/** Distribution key: id. */\nexport const up = () => sql\`create table ${table} (id uuid primary key)\`\n`

test('a table is written by its own feature’s queries alone', () => {
  toy = makeToy({
    'src/features/notes/migrations/0001-notes.ts': migration('notes'),
    'src/features/people/migrations/0001-people.ts': migration('actors'),
    'src/features/notes/queries.ts':
      "export const put = (tx) => tx.insertInto('notes').values({})\n// update actors set x\nexport const lock = (q) => q.forUpdate()\n",
    'src/features/notes/publish-note.ts': "export const go = (tx) => tx.updateTable('notes').set({})\n",
    'src/features/notes/queries/theft.ts':
      "\nexport const a = (tx) => tx.deleteFrom('actors as a')\nexport const b = sql`insert into actors (id) values (1)`\nexport const c = sql`update actors as a set id = 1`\nexport const d = sql`delete from notes`\n",
    'src/features/notes/queries/ghost.ts': "export const a = (tx) => tx.insertInto('ghosts')\n",
    'src/features/people/migrations/0002-reach.ts': '/** Distribution key: id. */\nexport const up = () => sql`alter table notes add column x int`\n',
    'src/features/people/migrations/0003-key.ts': 'export const up = () => sql`create table keys (id uuid, note uuid references notes (id))`\n',
    'src/features/people/theft.test.ts': "export const a = (tx) => tx.deleteFrom('notes')\n",
  })
  expect(checkTables(toy.root)).toEqual([
    'src/features/notes/publish-note.ts:1 writes notes outside of src/features/notes/queries',
    'src/features/notes/queries/ghost.ts:1 writes ghosts, which no migration makes',
    'src/features/notes/queries/theft.ts:2 writes actors, which belongs to src/features/people',
    'src/features/notes/queries/theft.ts:3 writes actors, which belongs to src/features/people',
    'src/features/notes/queries/theft.ts:4 writes actors, which belongs to src/features/people',
    'src/features/people/migrations/0002-reach.ts:2 a migration of src/features/people touches notes, which belongs to src/features/notes',
    'src/features/people/migrations/0003-key.ts:1 a migration of src/features/people touches notes, which belongs to src/features/notes',
    'src/features/people/migrations/0003-key.ts:1 says no distribution key of its tables',
  ])
})

const book = (messages: object) => `export const area = ${JSON.stringify(messages)}\n`
const wordsIndex =
  "import { area as en } from './en/area.ts'\nimport { area as zh } from './zh-Hans/area.ts'\nexport const interfaceLanguages = ['en', 'zh-Hans']\nexport const messagesOf = (l: string) => (l === 'en' ? en : zh)\n"

test('words that are missing, differ in their places or were never written are found', async () => {
  toy = makeToy({
    'src/pure/words/index.ts': wordsIndex,
    'src/pure/words/en/area.ts': book({
      hello: 'Hello {name}',
      bye: 'Bye',
      notes: { one: 'One note', other: '{count} notes' },
      'kind.a': 'A',
      'problem.closed': 'Closed',
    }),
    'src/pure/words/zh-Hans/area.ts': book({ hello: '你好 {who}', notes: '{count} 篇', 'kind.a': '甲', 'problem.closed': '关了', spare: '多' }),
    'src/pure/words/en/lost.ts': 'export const lost = { lost: "Lost", bye: "Bye again" }\n',
    'src/features/notes/close.ts':
      "throw new Refusal('closed')\nthrow new Refusal(late ? 'too-late' : 'closed', { at })\nconst r = { refusals: ['closed', 'full'] }\n",
    'src/faces/web/Page.svelte': "<p>{t('hello', { name })} {t('helo')} {t(`kind.$" + '{kind}`)} {t(`sort.$' + '{kind}`)}</p>\n',
    'src/faces/web/page.ts': "export const title = say(viewer.locale, 'hullo')\n",
  })
  expect((await checkWords(toy.root)).sort()).toEqual(
    [
      'zh-Hans lacks bye',
      'zh-Hans has spare, which en lacks',
      'zh-Hans hello has the places {who}, en has {name}',
      'src/pure/words/en/lost.ts is not collected in en/index.ts (lost)',
      'src/pure/words/en/lost.ts says bye again, after src/pure/words/en/area.ts',
      'src/features/notes/close.ts:2 problem.too-late has no words',
      'src/features/notes/close.ts:3 problem.full has no words',
      'src/faces/web/Page.svelte:1 helo has no words',
      'src/faces/web/Page.svelte:1 no key starts with sort.',
      'src/faces/web/page.ts:1 hullo has no words',
    ].sort(),
  )
})

test('a code in a condition counts, a string that is compared with does not', () => {
  expect(refusalsIn("new Refusal(who === 'member' ? 'not-allowed' : 'not-found')").map(({ code }) => code)).toEqual(['not-allowed', 'not-found'])
})

const operation = (fields: object, parameters: object[] = []) => ({
  paths: { '/notes': { get: { summary: 'Notes', parameters, responses: { 200: { content: { json: { schema: { properties: fields } } } } } } } },
})

test('a field, a parameter, a method or a path that vanishes from the API is found; what is new is not', () => {
  const before = operation({ id: {}, title: { properties: { text: {} } } }, [{ in: 'query', name: 'cursor' }])
  expect(vanished(before, before)).toEqual([])
  expect(
    vanished(
      before,
      operation({ id: {}, title: { properties: { text: {}, more: {} } }, more: {} }, [
        { in: 'query', name: 'cursor' },
        { in: 'query', name: 'limit' },
      ]),
    ),
  ).toEqual([])
  expect(vanished(before, operation({ id: {}, title: { properties: {} } }))).toEqual([
    'paths › /notes › get › parameters › query cursor',
    'paths › /notes › get › responses › 200 › content › json › schema › properties › title › properties › text',
  ])
  expect(vanished(before, { paths: { '/notes': { post: {} } } })).toEqual(['paths › /notes › get'])
  expect(vanished(before, { paths: {} })).toEqual(['paths › /notes'])
})

test('the drawn part of the map is made anew and what people wrote stays', () => {
  const first = withDrawnPart('# The house\nOur words.\n', 'one')
  const second = withDrawnPart(`${first}More words.\n`, 'two')
  expect(second).toContain('Our words.')
  expect(second).toContain('More words.')
  expect(second).toContain('\ntwo\n')
  expect(second).not.toContain('one\n')
})

test('a new feature owns its table, has words in every language and is named after its folder', async () => {
  const emptyIndex = (name: string) => `import type { Messages } from '../index.ts'\n\nexport const ${name}: Messages = {}\n`
  toy = makeToy({
    'src/features/order.ts': "export const order = ['culture-notes'] as const\n",
    'src/pure/words/index.ts':
      "import { en } from './en/index.ts'\nimport { zhHans } from './zh-Hans/index.ts'\nexport const interfaceLanguages = ['en', 'zh-Hans']\nexport const messagesOf = (l: string) => (l === 'en' ? en : zhHans)\n",
    'src/pure/words/en/index.ts': emptyIndex('en').replace('{}', '{ ...{} }'),
    'src/pure/words/zh-Hans/index.ts': emptyIndex('zhHans').replace('{}', '{ ...{} }'),
  })
  const written = newFeature(toy.root, 'culture-notes')
  expect(written).toContain('src/features/culture-notes/open-culture-note.ts')
  expect(checkTables(toy.root)).toEqual([])
  expect(await checkWords(toy.root)).toEqual([])
  expect(() => newFeature(toy?.root ?? '', 'culture-notes')).toThrow('is there already')
  expect(() => newFeature(toy?.root ?? '', 'Culture Notes')).toThrow('small letters')
  expect(namingOf('recipes')).toMatchObject({ noun: 'recipe', One: 'Recipe', table: 'recipes' })
})

test('an area is added to a list of words on one line or on many', () => {
  const themes = namingOf('themes')
  expect(withArea("import { house } from './house.ts'\n\nexport const en = { ...house }\n", themes)).toBe(
    "import { house } from './house.ts'\nimport { themes } from './themes.ts'\n\nexport const en = { ...house, ...themes }\n",
  )
  expect(withArea("import { house } from './house.ts'\n\nexport const en = {\n  ...house,\n}\n", themes)).toContain('...house, ...themes }')
})

test('the last line of a run counts what broke outside of tests too', () => {
  const report = {
    numPassedTests: 8,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  }
  expect(lastLine(outcomeOf(report, 1))).toBe('8 passed, 2 failed, 2 skipped')
  const clean = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
  expect(lastLine(outcomeOf(clean, 0))).toBe('3 passed, 0 failed')
  expect(lastLine(outcomeOf(clean, 1))).toBe('3 passed, 1 failed')
  expect(lastLine(outcomeOf({ ...clean, numPassedTests: 0 }, 0))).toBe('0 passed, 1 failed')
  expect(lastLine(outcomeOf(null, 1))).toBe('0 passed, 1 failed')
})

test('binaries for other machines that the lockfile lacks are added, those it has are left alone', () => {
  const packages = {
    '': { optionalDependencies: { 'tool-linux-x64': '1.2.3' } },
    'node_modules/tool-linux-x64': { version: '1.2.3' },
    'node_modules/b': { dev: true, optionalDependencies: { '@b/b-darwin-arm64': '2.0.0', '@b/b-linux-x64-musl': '2.0.0', '@b/b-linux-x64-gnu': '2.0.0' } },
    'node_modules/b/node_modules/@b/b-linux-x64-gnu': { version: '2.0.0' },
  }
  expect(missingEntries({ packages })).toEqual({
    'node_modules/@b/b-darwin-arm64': { version: '2.0.0', dev: true, optional: true, os: ['darwin'], cpu: ['arm64'] },
    'node_modules/@b/b-linux-x64-musl': { version: '2.0.0', dev: true, optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
  })
  expect(() => missingEntries({ packages: { '': { optionalDependencies: { mystery: '^1.0.0' } } } })).toThrow('mystery')
})
