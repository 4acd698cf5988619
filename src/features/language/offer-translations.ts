import type { Ground } from '#ground/feature.ts'
import type { Announced } from '#ground/outbox/index.ts'
import { canonicalLanguage } from '#pure/lexicon/languages.ts'
import { isServed, switchboard } from './engines/choose.ts'
import './events.ts'
import { layersOf } from './queries/layers.ts'
import { languagesRead } from './queries/people.ts'
import { mayBeSent, standsFor, TRANSLATE } from './translate-subject.ts'

/** Languages that get a layer without being asked, at most. */
const MOST_OFFERED = 4

/**
 * After a text was kept: one job for each of the languages most read here that engines serve, and for languages whose machine layer went
 * stale. Reads what is there now, so hearing an old event again costs nothing.
 */
export async function offerTranslations(ground: Ground, { payload }: Announced<'text.kept'>): Promise<void> {
  const board = switchboard(ground)
  if (board.engines.length === 0) return
  const subject = { kind: payload.subjectKind, id: payload.subjectId }
  const layers = await layersOf(ground.db.q, [subject])
  const original = layers.find(({ origin }) => origin === 'original')
  if (!original || original.language === 'und' || !(await mayBeSent(ground, subject))) return
  const read = (await languagesRead(ground.db.q, 3 * MOST_OFFERED)).map(canonicalLanguage)
  const serves = (to: string) => isServed(board, original.language, to)
  const offered = [...new Set(read)].filter(serves).slice(0, MOST_OFFERED)
  const outdated = layers.filter(({ origin, stale }) => origin === 'machine' && stale).map(({ language }) => language)
  for (const to of new Set([...offered, ...outdated])) {
    if (layers.some((layer) => standsFor(layer, to))) continue
    await ground.jobs.enqueue(ground.db.q, TRANSLATE, { subjectKind: subject.kind, subjectId: subject.id, to }, { key: `${subject.id}:${to}` })
  }
}
