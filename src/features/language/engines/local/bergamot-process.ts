/** A process that translates for `runner.ts` and does nothing else. It ends with the process that started it, when idle, or when it grew too large. */
import { setPriority } from 'node:os'
import { systemClock } from '#ground/clock/index.ts'
import { type Bergamot, openBergamot } from './bergamot.ts'
import type { Said, Sent } from './runner.ts'

const [mostModels = 2, mostBytes = Number.POSITIVE_INFINITY, idleMs = 60_000] = process.argv.slice(2).map(Number)
/** Pages come first. */
const NICE = 10

let bergamot: Bergamot | undefined
/** The one used last is the last. */
const loaded = new Map<string, ReturnType<Bergamot['load']>>()
let isUsed = true

async function modelFor(engine: Bergamot, files: Sent['files']) {
  const key = files.model
  const model = loaded.get(key) ?? engine.load(files)
  loaded.delete(key)
  loaded.set(key, model)
  const [oldest] = loaded
  if (oldest && loaded.size > mostModels) {
    loaded.delete(oldest[0])
    oldest[1].delete()
  }
  return model
}

async function answer({ files, texts }: Sent): Promise<Said> {
  let isLoaded = false
  try {
    bergamot ??= await openBergamot()
    const model = await modelFor(bergamot, files)
    isLoaded = true
    return { texts: bergamot.translate(model, texts) }
  } catch (error) {
    return { fault: String(error), isLoaded }
  }
}

setPriority(NICE)
process.on('disconnect', () => process.exit(0))
process.on('message', async (sent: Sent) => {
  isUsed = true
  const said = await answer(sent)
  // After a fault nothing in its memory can be relied on; what it took it does not give back.
  const isOver = 'fault' in said || (bergamot?.memory() ?? 0) > mostBytes
  process.send?.({ ...said, isOver }, () => isOver && process.exit(0))
})
systemClock.every(idleMs, () => {
  if (!isUsed) process.exit(0)
  isUsed = false
})
