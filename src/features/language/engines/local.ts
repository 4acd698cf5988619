import { relative } from 'node:path'
import { languageMatches } from '#pure/lexicon/languages.ts'
import { type Engine, EngineFault, type FileFault } from './engine.ts'
import { findModels } from './local/models.ts'
import { makeRunner } from './local/runner.ts'

export interface LocalSettings {
  name: string
  /** Holds a folder for each pair, such as `en-zh`. */
  folder: string
  /** In memory at once, each in a process of its own. Two are what a route over English needs. */
  models?: number | undefined
  deadlineMs?: number
  idleMs?: number
  /** The program that loads and translates; tests bring others. */
  program?: URL
}

export interface LocalEngine extends Engine {
  /** Of its processes, the one used last at the end. */
  pids(): number[]
  /** Ends its processes; the next call starts another. */
  end(): void
}

const PROGRAM = new URL('./local/bergamot-process.ts', import.meta.url)
const DEADLINE = 60_000
const IDLE = 300_000
const MODELS = 2
/** A large model takes 0.9 GB; WebAssembly ends at 2. */
const MOST_BYTES = 1_500_000_000

/** Bergamot, Marian's translation in WebAssembly, with models from a folder of the host. Nothing leaves the machine and nothing is paid. */
export function local(settings: LocalSettings): LocalEngine {
  const { name, folder, models = MODELS, idleMs = IDLE, program = PROGRAM } = settings
  const found = findModels(folder)
  const refused = new Map<string, FileFault>()
  const runner = makeRunner({ program, mostModels: models, mostBytes: MOST_BYTES, idleMs })
  return {
    name,
    version: `bergamot-0.4.9:${found.version}`,
    pairs: found.models.map(({ from, to }) => ({ from, to })),
    // Some seconds of work on one core with a large model.
    most: { texts: 32, bytes: 4_000 },
    longestMs: settings.deadlineMs ?? DEADLINE,
    free: true,
    faults: () => [...found.faults, ...refused.values()],
    pids: runner.pids,
    end: runner.end,
    async translate(texts, from, to, signal) {
      if (texts.length === 0) return []
      const files = found.models.find((one) => languageMatches(one.from, from) && languageMatches(one.to, to))
      if (!files || refused.has(files.model)) throw new EngineFault('pair', `no model for ${from} to ${to}`)
      const { deadlineMs = DEADLINE } = settings
      const said = await runner.call({ files, texts }, AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]))
      if (said.texts?.length === texts.length && said.texts.every((text) => typeof text === 'string')) return said.texts
      if (said.fault === undefined) throw new EngineFault('answer', 'not one translation for each text')
      if (said.isLoaded) throw new EngineFault('busy', said.fault)
      refused.set(files.model, { why: 'refused', file: relative(folder, files.model) })
      throw new EngineFault('pair', said.fault)
    },
  }
}
