/** Floors, order of features, front doors, packages: dependency-cruiser with the rules of `.dependency-cruiser.mjs`. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { filesUnder, house, report } from './tree.ts'

interface Cruised {
  modules: { source: string }[]
  summary: { violations: { rule: { name: string; severity: string }; from: string; to: string; comment?: string }[] }
}

/** What breaks a rule below `root`, one line each: `rule: from → to`. Also a fault: fewer files read than there are. */
export async function checkFloors(root: string): Promise<string[]> {
  const { modules, summary } = await cruise(root)
  const seen = new Set(modules.map((module) => module.source))
  const unread = filesUnder(root, 'src', ['.ts']).filter((path) => !path.startsWith('src/faces/web/') && !path.endsWith('.d.ts') && !seen.has(path))
  return [
    ...summary.violations
      .filter(({ rule }) => rule.severity === 'error')
      .map(({ rule, from, to, comment }) => `${rule.name}: ${from} → ${to}${comment ? ` (${comment})` : ''}`),
    ...unread.map((path) => `unread: ${path} was not read, so nothing holds it`),
  ]
}

function cruise(root: string): Promise<Cruised> {
  const bin = join(house, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [bin, '--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json', 'src'],
      { cwd: root, maxBuffer: 256 * 1024 * 1024 },
      (error, stdout, stderr) => {
        try {
          resolve(JSON.parse(stdout))
        } catch {
          reject(new Error(stderr || error?.message || 'dependency-cruiser said nothing'))
        }
      },
    )
  })
}

if (import.meta.main) report(await checkFloors(house))
