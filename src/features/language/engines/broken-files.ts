import type { Ground } from '#ground/feature.ts'
import { say } from '#pure/words/index.ts'
import { switchboard } from './choose.ts'

/** For doctor, a sentence for each file of local models that cannot be used; engines work without those. */
export const brokenFiles = (ground: Pick<Ground, 'config' | 'fetch' | 'clock'>): string[] =>
  switchboard(ground).engines.flatMap(({ faults }) => (faults?.() ?? []).map(({ why, file }) => say('en', `engines.file-${why}`, { file })))
