/** `npm run check`: everything that a machine can hold, one line each; all faults at the end. Words narrow it: `npm run check -- types words`. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { filesUnder, house } from './tree.ts'

interface Check {
  name: string
  /** Program in node_modules (path below it), or a tool of ours. */
  run: string
  args?: string[]
  when?: () => boolean
}

const hasSite = (): boolean => filesUnder(house, 'src/faces/web', ['.svelte']).length > 0 && existsSync(join(house, 'src/faces/web/tsconfig.json'))

const biome = 'node_modules/@biomejs/biome/bin/biome'

const checks: Check[] = [
  { name: 'types', run: 'node_modules/typescript/bin/tsc', args: ['-p', '.'] },
  {
    name: 'site',
    run: 'node_modules/svelte-check/bin/svelte-check',
    args: ['--tsconfig', 'src/faces/web/tsconfig.json', '--output', 'machine', '--fail-on-warnings'],
    when: hasSite,
  },
  { name: 'lint', run: biome, args: ['lint', '--reporter=concise', '--colors=off', '--max-diagnostics=none'] },
  { name: 'format', run: biome, args: ['check', '--linter-enabled=false', '--reporter=concise', '--colors=off', '--max-diagnostics=none'] },
  { name: 'floors', run: 'tools/check-floors.ts' },
  { name: 'tables', run: 'tools/check-tables.ts' },
  { name: 'dead-code', run: 'node_modules/knip/bin/knip.js', args: ['--no-progress', '--no-config-hints'] },
  { name: 'words', run: 'tools/check-words.ts' },
  { name: 'openapi', run: 'tools/check-openapi.ts' },
  { name: 'map', run: 'tools/draw-house.ts', args: ['--check'] },
  { name: 'lock', run: 'tools/complete-lock.ts', args: ['--check'] },
  { name: 'settings', run: 'tools/configuration-docs.ts', args: ['--check'] },
]

function run({ run: program, args = [] }: Check): Promise<{ isRight: boolean; said: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [join(house, program), ...args], { cwd: house, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      done({ isRight: error === null, said: `${stdout}${stderr}`.trim() }),
    )
  })
}

async function main(wanted: string[]): Promise<void> {
  const unknown = wanted.filter((name) => !checks.some((check) => check.name === name))
  if (unknown.length > 0) {
    process.stderr.write(`No check is called ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}.\n`)
    process.exitCode = 2
    return
  }
  const failed: { name: string; said: string }[] = []
  for (const check of checks) {
    if (wanted.length > 0 ? !wanted.includes(check.name) : check.when?.() === false) continue
    const start = performance.now()
    const { isRight, said } = await run(check)
    process.stdout.write(`${isRight ? '✓' : '✗'} ${check.name.padEnd(10)} ${((performance.now() - start) / 1000).toFixed(1)} s\n`)
    if (!isRight) failed.push({ name: check.name, said })
  }
  for (const { name, said } of failed) process.stdout.write(`\n── ${name}\n${said}\n`)
  process.stdout.write(failed.length > 0 ? `\n${failed.length} failed: ${failed.map(({ name }) => name).join(', ')}\n` : '\nAll in order.\n')
  process.exitCode = failed.length > 0 ? 1 : 0
}

await main(process.argv.slice(2))
