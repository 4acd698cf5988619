/** A table is written only by the queries of the feature whose migration makes it. */
import { filesUnder, house, isTest, lineOf, read, report } from './tree.ts'

const CREATES = /create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?"?(\w+)"?|createTable\(\s*['"](\w+)['"]/gi
const SHAPES =
  /\b(?:alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?|drop\s+table\s+(?:if\s+exists\s+)?|references\s+|create\s+(?:unique\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?\w+\s+on\s+)"?([a-z_]\w*)"?(?!\.)/gi
const BUILDER_WRITES = /\b(?:insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(\s*['"`](\w+)/g
const RAW_WRITES =
  /\b(?:insert\s+into|delete\s+from|truncate(?:\s+table)?|merge\s+into)\s+"?([a-z_]\w*)"?(?!\s*\.|\w)|\bupdate\s+(?:only\s+)?"?([a-z_]\w*)"?(?:\s+(?:as\s+)?[a-z]\w*)?\s+set\b/gi

/** Where code of `path` belongs: its feature or its room of the ground. */
const folderOf = (path: string): string => path.split('/').slice(0, 3).join('/')
const isQuery = (path: string): boolean => /^src\/features\/[^/]+\/(queries(\/|\.ts$)|migrations\/)/.test(path) || path.startsWith('src/ground/')

const found = (text: string, pattern: RegExp): { name: string; line: number }[] =>
  [...text.matchAll(pattern)].map((match) => ({ name: (match[1] ?? match[2] ?? '').toLowerCase(), line: lineOf(text, match.index) }))

const sourcesOf = (root: string): { path: string; text: string }[] =>
  filesUnder(root, 'src', ['.ts'])
    .filter((path) => !isTest(path))
    // Comments may speak of any table.
    .map((path) => ({ path, text: read(root, path).replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, (comment) => comment.replaceAll(/[^\n]/g, ' ')) }))

/** Table → the folder whose migrations make it. */
export function ownersOf(root: string): Map<string, string> {
  const owners = new Map<string, string>()
  for (const { path, text } of sourcesOf(root)) {
    if (!path.includes('/migrations/') && !path.startsWith('src/ground/')) continue
    for (const { name } of found(text, CREATES)) owners.set(name, owners.get(name) ?? folderOf(path))
  }
  return owners
}

/** One line per breach: `file:line what`. */
export function checkTables(root: string): string[] {
  const owners = ownersOf(root)
  const faults: string[] = []
  for (const { path, text } of sourcesOf(root)) {
    const folder = folderOf(path)
    const isMigration = path.includes('/migrations/')
    if (isMigration) {
      for (const { name, line } of [...found(text, CREATES), ...found(text, SHAPES)]) {
        const owner = owners.get(name)
        if (owner && owner !== folder) faults.push(`${path}:${line} a migration of ${folder} touches ${name}, which belongs to ${owner}`)
      }
      if (found(text, CREATES).length > 0 && !/distribution key|reference table/i.test(read(root, path)))
        faults.push(`${path}:1 says no distribution key of its tables`)
    }
    const writes = [
      ...found(text, BUILDER_WRITES).map((write) => ({ ...write, isSure: true })),
      ...found(text, RAW_WRITES).map((write) => ({ ...write, isSure: false })),
    ]
    for (const { name, line, isSure } of writes) {
      const owner = owners.get(name)
      if (owner === undefined) {
        if (isSure) faults.push(`${path}:${line} writes ${name}, which no migration makes`)
      } else if (owner !== folder) faults.push(`${path}:${line} writes ${name}, which belongs to ${owner}`)
      else if (!isQuery(path)) faults.push(`${path}:${line} writes ${name} outside of ${owner}/queries`)
    }
  }
  return faults
}

if (import.meta.main) report(checkTables(house))
