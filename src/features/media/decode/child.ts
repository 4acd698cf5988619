/** The process in which strangers' files are decoded. It has limits on memory and time, no environment, and may not write files or start programs. */
import { systemClock } from '#ground/clock/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { decodePicture } from './decode.ts'
import type { Answer, Question } from './protocol.ts'

const IDLE_MS = 30_000
let busy = 0
let restedSince = systemClock.now().getTime()

process.on('message', async ({ path, type, quality }: Question) => {
  busy += 1
  const answer: Answer = await decodePicture(path, type, quality).then(
    (decoded) => ({ decoded }),
    (error) => (error instanceof Refusal ? { refused: { code: error.code, facts: error.facts } } : { broken: String(error) }),
  )
  process.send?.(answer)
  busy -= 1
  restedSince = systemClock.now().getTime()
})
process.on('disconnect', () => process.exit(0))
systemClock.every(IDLE_MS / 3, () => {
  if (busy === 0 && systemClock.now().getTime() - restedSince > IDLE_MS) process.exit(0)
})
