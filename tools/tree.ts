import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folder of the house, with a slash at its end left off. */
export const house: string = join(import.meta.dirname, '..')

export const isTest = (path: string): boolean => /\.(test|harness|fixture)\.ts$/.test(path)

/** Every file below `folder` whose name ends so, as paths relative to `root`, sorted. What is not there has none. */
export function filesUnder(root: string, folder: string, endings: string[]): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === '.svelte-kit' ? [] : filesUnder(root, path, endings)
      return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : []
    })
    .sort()
}

export const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8')

/** Names of the features that have code, in the order of the house: top to bottom. */
export async function featuresOf(root: string): Promise<string[]> {
  const { order } = (await import(join(root, 'src/features/order.ts'))) as { order: readonly string[] }
  return order.filter((name) => existsSync(join(root, 'src/features', name, 'index.ts')))
}

export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/** Ends a tool that found faults: prints them and sets the exit code. */
export function report(faults: string[]): void {
  for (const fault of faults) process.stdout.write(`${fault}\n`)
  if (faults.length > 0) process.exitCode = 1
}
