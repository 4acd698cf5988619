import type { Ground } from '#ground/feature.ts'
import type { Announced } from '#ground/outbox/index.ts'
import { canonicalLanguage } from '#pure/lexicon/languages.ts'
import { isHeard, isServed, switchboard } from './engines/choose.ts'
import { isConversion } from './engines/opencc.ts'
import './events.ts'
import { layersOf } from './queries/layers.ts'
import { languagesRead } from './queries/people.ts'
import { mayBeSent, standsFor, TRANSLATE } from './translate-subject.ts'

/** Languages that engines bring it into without being asked, at most. */
const MOST_OFFERED = 4

/**
 * After a text was kept: one job for each of the languages most read here that engines serve, for its other script when somebody here reads that,
 * and for languages whose machine layer went stale. Reads what is there now, so hearing an old event again costs nothing.
 */
export async function offerTranslations(ground: Ground, { payload }: Announced<'text.kept'>): Promise<void> {
  const board = switchboard(ground)
  const subject = { kind: payload.subjectKind, id: payload.subjectId }
  const layers = await layersOf(ground.db.q, [subject])
  const original = layers.find(({ origin }) => origin === 'original')
  if (!original || original.language === 'und' || !isHeard(board, original.language)) return
  const from = original.language
  const isSent = await mayBeSent(ground, subject)
  const may = (to: string) => isSent || isConversion(from, to)
  const read = (await languagesRead(ground.db.q, 3 * MOST_OFFERED)).map(canonicalLanguage)
  const served = [...new Set(read)].filter((to) => isServed(board, from, to) && may(to))
  const offered = served.filter((to) => !isConversion(from, to)).slice(0, MOST_OFFERED)
  const outdated = layers.filter(({ origin, stale, language }) => origin === 'machine' && stale && may(language)).map(({ language }) => language)
  for (const to of new Set([...offered, ...served.filter((to) => isConversion(from, to)), ...outdated])) {
    if (layers.some((layer) => standsFor(layer, to))) continue
    await ground.jobs.enqueue(ground.db.q, TRANSLATE, { subjectKind: subject.kind, subjectId: subject.id, to }, { key: `${subject.id}:${to}` })
  }
}
