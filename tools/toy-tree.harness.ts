import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { house } from './tree.ts'

export interface Toy {
  root: string
  write(files: Record<string, string>): void
  remove(): void
}

/** A small house of its own with our rules, for planting breaches. */
export function makeToy(files: Record<string, string>): Toy {
  const root = mkdtempSync(join(tmpdir(), 'commonplace-toy-'))
  for (const name of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json', 'biome.json']) cpSync(join(house, name), join(root, name))
  symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'))
  const toy: Toy = {
    root,
    write(more) {
      for (const [path, text] of Object.entries(more)) {
        mkdirSync(dirname(join(root, path)), { recursive: true })
        writeFileSync(join(root, path), text)
      }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
  toy.write(files)
  return toy
}
