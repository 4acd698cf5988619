/** What the code itself says of the house: for the map, and for nobody else. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ownersOf } from './check-tables.ts'
import { featuresOf, filesUnder, isTest, read } from './tree.ts'

export interface FeatureFacts {
  name: string
  /** First sentence of its README. */
  purpose: string
  tables: string[]
  announces: string[]
  hears: string[]
  routes: number
  /** Features below that it imports. */
  calls: string[]
}

export interface HouseFacts {
  faces: string[]
  /** Top to bottom. */
  features: FeatureFacts[]
  ground: string[]
  pure: string[]
}

interface Manifest {
  name: string
  routes?: unknown[]
  on?: Record<string, unknown>
}

export async function factsOf(root: string): Promise<HouseFacts> {
  const { features } = (await import(join(root, 'src/rooms.ts'))) as { features: Manifest[] }
  const manifests = new Map(features.map((feature) => [feature.name, feature]))
  const owners = [...ownersOf(root)]
  const names = await featuresOf(root)
  return {
    faces: rooms(root, 'src/faces'),
    features: names.map((name) => {
      const folder = `src/features/${name}`
      const manifest = manifests.get(name)
      const sources = filesUnder(root, folder, ['.ts'])
        .filter((path) => !isTest(path))
        .map((path) => read(root, path))
      return {
        name,
        purpose: purposeOf(root, folder),
        tables: owners
          .filter(([, owner]) => owner === folder)
          .map(([table]) => table)
          .sort(),
        announces: [...new Set(sources.flatMap(announcedIn))].sort(),
        hears: Object.keys(manifest?.on ?? {}).sort(),
        routes: manifest?.routes?.length ?? 0,
        calls: names.filter((other) => other !== name && sources.some((text) => text.includes(`'#features/${other}/`))),
      }
    }),
    ground: rooms(root, 'src/ground'),
    pure: rooms(root, 'src/pure'),
  }
}

function rooms(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

function purposeOf(root: string, folder: string): string {
  if (!existsSync(join(root, folder, 'README.md'))) return ''
  const line =
    read(root, `${folder}/README.md`)
      .split('\n')
      .find((one) => one.trim() !== '' && !one.startsWith('#')) ?? ''
  return (/^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line).trim()
}

/** Names inside `interface Events { … }`. */
function announcedIn(text: string): string[] {
  const blocks = [...text.matchAll(/interface Events \{([\s\S]*?)\n {2}\}/g)]
  return blocks.flatMap((block) => [...(block[1] ?? '').matchAll(/^\s*'([a-z-]+\.[a-z-]+)':/gm)].map((match) => match[1] ?? ''))
}
