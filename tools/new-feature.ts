/** `npm run new-feature NAME`: the folder of a feature that passes `npm run check` at once. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesOf, type Naming } from './feature-template.ts'
import { house, read } from './tree.ts'

const NAME = /^[a-z]{3,30}(-[a-z]{2,30})*$/

/** `themes` → theme, openTheme, Themes … Rough English, to be put right by hand. */
export function namingOf(name: string): Naming {
  const noun = name.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')
  const camel = (text: string) => text.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  const pascal = (text: string) => camel(`-${text}`)
  return { folder: name, noun, one: camel(noun), many: camel(name), One: pascal(noun), Many: pascal(name), table: name.replaceAll('-', '_') }
}

/** Adds an area to a language's list: an import and its place in the object. */
export function withArea(text: string, { folder, many }: Naming): string {
  const imports = [...text.matchAll(/^import .*$/gm)]
  const last = imports.at(-1)
  const end = (last?.index ?? 0) + (last?.[0].length ?? 0)
  return `${text.slice(0, end)}\nimport { ${many} } from './${folder}.ts'${text.slice(end)}`.replace(/,? *\n?\}\s*$/, `, ...${many} }\n`)
}

/** Writes the folder and the words; answers the paths. Throws an Error with a sentence when the name will not do. */
export function newFeature(root: string, name: string): string[] {
  if (!NAME.test(name)) throw new Error('A feature has a name of small letters, words joined by "-", like "themes": the word that members use.')
  const folder = `src/features/${name}`
  if (existsSync(join(root, folder))) throw new Error(`${folder} is there already.`)
  const naming = namingOf(name)
  const files = filesOf(naming)
  for (const language of ['en', 'zh-Hans']) {
    const index = `src/pure/words/${language}/index.ts`
    files[index] = withArea(read(root, index), naming)
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return Object.keys(files)
}

if (import.meta.main) {
  try {
    const name = process.argv[2] ?? ''
    const written = newFeature(house, name)
    execFileSync(
      process.execPath,
      [join(house, 'node_modules/@biomejs/biome/bin/biome'), 'check', '--write', '--log-level=error', ...written.filter((path) => path.endsWith('.ts'))],
      { cwd: house },
    )
    for (const path of written) process.stdout.write(`  ${path}\n`)
    const { many, folder } = namingOf(name)
    process.stdout.write(`\nTwo lines are yours to place, below what it must not import and above what it may:
  src/features/order.ts   '${folder}',
  src/rooms.ts            import { ${many} } from '#features/${folder}/index.ts'   and ${many} in the list
Then: node tools/check-openapi.ts --write && node tools/draw-house.ts && npm run check\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 2
  }
}
