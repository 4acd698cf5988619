/** Writes docs/hosting/configuration.md from the settings of ground/config. `--check` only says whether it is in step. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { settings } from '#ground/config/index.ts'
import { house, read, report } from './tree.ts'

const FILE = 'docs/hosting/configuration.md'

interface Shape {
  type?: string
  enum?: string[]
  default?: unknown
  description?: string
  minimum?: number
  maximum?: number
}

const INTRODUCTION = `# Settings

Every setting is an environment variable; or a line \`KEY=value\` in the file that \`COMMONPLACE_CONFIG\` names. The environment wins.
Nothing has to be set: each has a default that works. A wrong value ends the start with one sentence per setting and exit code 2.

This page is generated from \`src/ground/config\` by \`tools/configuration-docs.ts\`.
`

export function configurationPage(): string {
  const { properties = {} } = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, Shape> }
  const rows = Object.entries(properties).map(([name, shape]) => {
    const { default: standard, description = '' } = shape
    const unset = standard === undefined || standard === '' ? '—' : `\`${String(standard)}\``
    return `| \`${name}\` | ${valuesOf(shape)} | ${unset} | ${description.replaceAll('|', '\\|')} |`
  })
  return `${INTRODUCTION}\n| setting | values | default | meaning |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
}

function valuesOf({ enum: choices, minimum, maximum, default: standard }: Shape): string {
  if (choices) return choices.map((choice) => `\`${choice}\``).join(', ')
  if (typeof standard !== 'number') return 'text'
  return maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? `number, from ${minimum ?? 0}` : `number, ${minimum ?? 0} to ${maximum}`
}

export function configurationDocs(root: string, isChecking: boolean): string[] {
  const page = configurationPage()
  const isInStep = existsSync(join(root, FILE)) && read(root, FILE) === page
  if (isChecking) return isInStep ? [] : [`${FILE} is not in step with the settings: run node tools/configuration-docs.ts`]
  mkdirSync(dirname(join(root, FILE)), { recursive: true })
  writeFileSync(join(root, FILE), page)
  return []
}

if (import.meta.main) report(configurationDocs(house, process.argv.includes('--check')))
