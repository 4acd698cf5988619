import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkFloors } from './check-floors.ts'
import { makeToy, type Toy } from './toy-tree.harness.ts'
import { house } from './tree.ts'

let toy: Toy | undefined
afterEach(() => toy?.remove())

/** Two features, one room of each other floor, and every arrow as it should be. */
const sound = {
  'src/features/order.ts': "export const order = [\n  'notes',\n  'people',\n] as const\n",
  'src/pure/text/index.ts': 'export const empty = ""\n',
  'src/ground/database/index.ts': "import pg from 'pg'\nimport { empty } from '#pure/text/index.ts'\nexport const connect = () => new pg.Client(empty)\n",
  'src/features/people/index.ts': "export { people } from './queries.ts'\n",
  'src/features/people/queries.ts':
    "import { sql } from 'kysely'\nimport { connect } from '#ground/database/index.ts'\nexport const people = () => [sql, connect]\n",
  'src/features/notes/index.ts': "import { people } from '#features/people/index.ts'\nexport const notes = people\n",
  'src/faces/api/index.ts': "import { Hono } from 'hono'\nimport { notes } from '#features/notes/index.ts'\nexport const api = [Hono, notes]\n",
  'src/faces/cli/index.ts': "import { main } from '../../main.ts'\nexport const cli = main\n",
  'src/faces/web/page.ts': "import { empty } from '#pure/text/index.ts'\nexport const page = empty\n",
  'src/main.ts': "import { api } from '#faces/api/index.ts'\nexport const main = api\n",
}

const imports = (...from: string[]) =>
  `${from.map((path, i) => `import * as x${i} from '${path}'`).join('\n')}\nexport const all = [${from.map((_, i) => `x${i}`).join(', ')}]\n`

/** Breach → the file that is added. Everything else stays sound. */
const planted: [rule: string, path: string, text: string][] = [
  ['pure-down-only', 'src/pure/text/a.ts', imports('#ground/database/index.ts')],
  ['pure-touches-no-world', 'src/pure/text/b.ts', imports('node:fs')],
  ['ground-down-only', 'src/ground/log/a.ts', imports('#features/people/index.ts')],
  ['ground-down-only', 'src/ground/log/b.ts', "import type { people } from '#features/people/index.ts'\nexport type A = typeof people\n"],
  ['features-down-only', 'src/features/people/a.ts', imports('#faces/api/index.ts')],
  ['faces-apart', 'src/faces/api/a.ts', imports('#faces/web/page.ts')],
  ['web-apart', 'src/faces/web/a.ts', imports('#faces/api/index.ts')],
  ['web-is-a-client', 'src/faces/web/b.ts', imports('#features/notes/index.ts')],
  ['cli-apart', 'src/faces/cli/a.ts', imports('#faces/web/page.ts')],
  ['who-knows-everybody', 'src/faces/api/b.ts', imports('../../main.ts')],
  ['front-door', 'src/features/notes/a.ts', imports('#features/people/queries.ts')],
  ['front-door-from-above', 'src/faces/api/c.ts', imports('#features/people/queries.ts')],
  ['order-people', 'src/features/people/b.ts', imports('#features/notes/index.ts')],
  ['order-people', 'src/features/people/c.ts', "import type { notes } from '../notes/index.ts'\nexport type A = typeof notes\n"],
  ['unlisted', 'src/features/gardens/index.ts', imports('#ground/database/index.ts')],
  ['package-pg', 'src/features/notes/b.ts', imports('pg')],
  ['package-kysely', 'src/features/notes/publish-note.ts', imports('kysely')],
  ['package-pg-boss', 'src/features/notes/jobs.ts', imports('pg-boss')],
  ['package-network', 'src/features/notes/c.ts', imports('undici')],
  ['package-network', 'src/ground/mail/a.ts', imports('node:https')],
  ['package-sockets', 'src/features/notes/d.ts', imports('node:net')],
  ['package-mail', 'src/features/notes/e.ts', imports('nodemailer')],
  ['package-storage', 'src/features/notes/f.ts', imports('flydrive', '@aws-sdk/client-s3')],
  ['package-pictures', 'src/features/notes/g.ts', imports('sharp')],
  ['package-processes', 'src/features/notes/h.ts', imports('node:child_process')],
  ['package-hono', 'src/features/notes/i.ts', imports('hono')],
  ['package-svelte', 'src/features/notes/j.ts', imports('svelte')],
  ['found', 'src/features/notes/k.ts', imports('./nowhere.ts')],
  ['no-cycles', 'src/features/notes/left.ts', "import { right } from './right.ts'\nexport const left = (): unknown => right\n"],
]

test('a sound house has no faults', async () => {
  toy = makeToy(sound)
  expect(await checkFloors(toy.root)).toEqual([])
})

test('each kind of breach is found where it was planted, and nothing else is', async () => {
  toy = makeToy({ ...sound, 'src/features/notes/right.ts': "import { left } from './left.ts'\nexport const right = (): unknown => left\n" })
  toy.write(Object.fromEntries(planted.map(([, path, text]) => [path, text])))
  const faults = await checkFloors(toy.root)
  for (const [rule, path] of planted)
    expect(
      faults.filter((fault) => fault.startsWith(`${rule}: ${path} `)),
      `${rule} in ${path}`,
    ).not.toEqual([])
  const innocent = faults.filter((fault) => Object.keys(sound).some((path) => fault.includes(`: ${path} →`)))
  expect(innocent).toEqual([])
})

test('tests may reach anywhere', async () => {
  toy = makeToy({ ...sound, 'src/features/people/people.db.test.ts': imports('pg', '#features/notes/index.ts') })
  expect(await checkFloors(toy.root)).toEqual([])
})

test('a file that the rules were not read for is a fault', async () => {
  toy = makeToy({ ...sound, 'src/pure/blind/index.ts': 'export const blind = 1\n' })
  const rules = readFileSync(join(house, '.dependency-cruiser.mjs'), 'utf8')
  toy.write({ '.dependency-cruiser.mjs': rules.replace('exclude: { path: [', "exclude: { path: ['^src/pure/blind/', ") })
  expect(await checkFloors(toy.root)).toEqual([expect.stringContaining('unread: src/pure/blind/index.ts')])
})

test('the lint rules find time, chance, settings, lost promises and barrels outside of their rooms', async () => {
  const sinner = [
    "export * from './other.ts'",
    'const work = async () => 1',
    'export function go() {',
    '  work()',
    '  setTimeout(() => {}, Date.now() + Math.random())',
    '  return [process.env.HOME, fetch]',
    '}',
  ]
  toy = makeToy({ 'src/features/notes/sinner.ts': `${sinner.join('\n')}\n`, 'src/features/notes/other.ts': 'export const other = 1\n' })
  const said = await lint(toy.root)
  for (const fault of [
    'noReExportAll',
    'noFloatingPromises',
    'global variable setTimeout',
    'global variable Date',
    'global variable fetch',
    'noJsRestrictedProperties',
    'noProcessEnv',
  ])
    expect(said).toContain(fault)
})

function lint(root: string): Promise<string> {
  const biome = join(house, 'node_modules/@biomejs/biome/bin/biome')
  return new Promise((done) =>
    execFile(process.execPath, [biome, 'lint', '--reporter=concise', '--colors=off', 'src'], { cwd: root }, (_error, stdout, stderr) => done(stdout + stderr)),
  )
}
