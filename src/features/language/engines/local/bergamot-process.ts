/**
 * A process that translates with one model for `runner.ts` and does nothing else. It ends with the process that started it, when idle, or when
 * it grew too large: what WebAssembly takes it never gives back.
 */
import { setPriority } from 'node:os'
import { systemClock } from '#ground/clock/index.ts'
import { openBergamot } from './bergamot.ts'
import type { Said, Sent } from './runner.ts'

const [mostBytes = Number.POSITIVE_INFINITY, idleMs = 60_000] = process.argv.slice(2).map(Number)
/** Pages come first. */
const NICE = 10

type Loaded = Awaited<ReturnType<typeof load>>
let loaded: Loaded | undefined
let isUsed = true

async function load(files: Sent['files']) {
  const bergamot = await openBergamot()
  const model = bergamot.load(files)
  return { memory: bergamot.memory, translate: (texts: readonly string[]) => bergamot.translate(model, texts) }
}

async function answer({ files, texts }: Sent): Promise<Said> {
  try {
    loaded ??= await load(files)
    return { texts: loaded.translate(texts) }
  } catch (error) {
    return { fault: String(error), isLoaded: loaded !== undefined }
  }
}

setPriority(NICE)
process.on('disconnect', () => process.exit(0))
process.on('message', async (sent: Sent) => {
  isUsed = true
  const said = await answer(sent)
  // After a fault nothing in its memory can be relied on.
  const isOver = 'fault' in said || (loaded?.memory() ?? 0) > mostBytes
  process.send?.({ ...said, isOver }, () => isOver && process.exit(0))
})
systemClock.every(idleMs, () => {
  if (!isUsed) process.exit(0)
  isUsed = false
})
