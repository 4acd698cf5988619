/**
 * A registry that lacks binaries for other machines makes npm leave them out of the lockfile, and `npm ci` then refuses the lockfile
 * everywhere. This adds them by name and exact version; npm skips what is for another machine. `--check` only says what is missing.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { house, read, report } from './tree.ts'

interface Entry {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
export interface Lock {
  packages: Record<string, Entry>
}

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** Packages that the lockfile names as optional dependencies and has no entry for: path → entry. Throws when a version or machine cannot be told. */
export function missingEntries({ packages }: Lock): Record<string, Entry> {
  const missing: Record<string, Entry> = {}
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isLocked(packages, path, name)) continue
      const words = name.split(/[/-]/)
      const os = SYSTEMS.find((one) => words.includes(one))
      const cpu = PROCESSORS.find((one) => words.includes(one))
      if (!os || !cpu || !/^\d+\.\d+\.\d+/.test(version))
        throw new Error(`${name}@${version}, wanted by ${path}, is not in the lockfile and does not say for which machine it is.`)
      const libc = os !== 'linux' ? undefined : name.includes('musl') ? 'musl' : name.includes('gnu') ? 'glibc' : undefined
      missing[`node_modules/${name}`] = { version, cpu: [cpu], ...(dev ? { dev } : {}), ...(libc ? { libc: [libc] } : {}), optional: true, os: [os] }
    }
  }
  return missing
}

/** As Node looks for it: beside the package's own, then one folder further out at a time. */
function isLocked(packages: Lock['packages'], path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder ? `${folder}/` : ''}node_modules/${name}` in packages) return true
    if (folder === '') return false
  }
}

if (import.meta.main) {
  const lock = JSON.parse(read(house, 'package-lock.json')) as Lock
  const missing = missingEntries(lock)
  if (process.argv.includes('--check'))
    report(Object.keys(missing).map((path) => `package-lock.json lacks ${path}, so npm ci refuses it: run node tools/complete-lock.ts`))
  else if (Object.keys(missing).length > 0) {
    const packages = Object.fromEntries(Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1)))
    writeFileSync(join(house, 'package-lock.json'), `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
  }
}
