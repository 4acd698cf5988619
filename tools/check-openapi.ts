/** The committed OpenAPI document is the one that the routes make, and no field ever vanishes. `--write` makes it anew. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apiFace } from '#faces/api/index.ts'
import type { Ground } from '#ground/feature.ts'
import { anonymous } from '#ground/http/viewer.ts'
import { features } from '../src/rooms.ts'
import { house, read, report } from './tree.ts'

const FILE = 'src/faces/api/openapi.json'

/** The document of today's routes, paths in alphabetical order so that features may be moved. */
export function currentDocument(): object {
  // Nothing of the ground is touched while the contract is drawn.
  const document = apiFace({} as Ground, features, async () => anonymous()).document() as { paths?: object }
  return { ...document, paths: Object.fromEntries(Object.entries(document.paths ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))) }
}

/** Paths, methods, parameters, fields and answers of `before` that `now` lacks. */
export function vanished(before: unknown, now: unknown, at: string[] = []): string[] {
  if (Array.isArray(before)) {
    if (at.at(-1) !== 'parameters') return []
    const named = (list: unknown) => new Set((Array.isArray(list) ? list : []).map((one: { in: string; name: string }) => `${one.in} ${one.name}`))
    const kept = named(now)
    return [...named(before)].filter((name) => !kept.has(name)).map((name) => [...at, name].join(' › '))
  }
  if (before === null || typeof before !== 'object') return []
  const kept = (now ?? {}) as Record<string, unknown>
  return Object.entries(before).flatMap(([key, value]) => {
    if (!isContract(at, key)) return []
    if (!(key in kept)) return isCounted(at, key) ? [[...at, key].join(' › ')] : []
    return vanished(value, kept[key], [...at, key])
  })
}

const isContract = (at: string[], key: string): boolean => at.length > 0 || key === 'paths' || key === 'components'
/** Keys that a client can rely on: children of these are names, not keywords of the format. */
const isCounted = (at: string[], key: string): boolean =>
  ['paths', 'properties', 'schemas'].includes(at.at(-1) ?? '') ||
  (at.at(-2) === 'paths' && /^(get|post|put|patch|delete)$/.test(key)) ||
  (at.at(-1) === 'responses' && key.startsWith('2'))

export function checkOpenapi(root: string, isWriting = false): string[] {
  const text = `${JSON.stringify(currentDocument(), null, 2)}\n`
  const committed = existsSync(join(root, FILE)) ? read(root, FILE) : '{}'
  const gone = vanished(JSON.parse(committed), JSON.parse(text))
  if (isWriting) {
    writeFileSync(join(root, FILE), text)
    return []
  }
  const faults = gone.map((what) => `${FILE} promised ${what}, which is gone`)
  if (faults.length === 0 && committed !== text) faults.push(`${FILE} is not in step with the routes: run node tools/check-openapi.ts --write`)
  return faults
}

if (import.meta.main) report(checkOpenapi(house, process.argv.includes('--write')))
