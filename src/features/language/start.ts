import { SECOND } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { switchboard } from './engines/choose.ts'
import { isDictionaryLoaded } from './gloss/load-dictionary.ts'
import { segmenterOf } from './gloss/segmenter.ts'

/** Long enough that the place answers its first requests before it thinks of dictionaries. */
const BREATH = 2 * SECOND

/** Reads the list of engines (WrongSettings ends the start) and sees to the dictionary once the place is up. */
export async function startLanguage(ground: Ground): Promise<void> {
  switchboard(ground)
  const stop = ground.clock.every(BREATH, () => {
    stop()
    // The house may have closed again by now: then there is nobody to tell.
    prepare(ground).catch((err: unknown) => ground.log.debug({ err }, 'the dictionary was not prepared'))
  })
}

async function prepare(ground: Ground): Promise<void> {
  if (await isDictionaryLoaded(ground)) await segmenterOf(ground)
  else await ground.jobs.enqueue(ground.db.q, 'language.load-dictionary', {}, { key: 'dictionary' })
}
