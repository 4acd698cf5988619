import { audit } from '#features/settings/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { notFound } from '#pure/problem/index.ts'
import { normaliseText } from '#pure/text/normalise.ts'
import './events.ts'
import { logState } from './log-state.ts'
import { caseById, updateCase } from './queries/reports.ts'

/** A moderator marks a case as seen or closes it with words for those who reported. A closed case stays closed: `not-found`. */
export async function handleCase(ground: Ground, moderator: Member, input: { id: string; state: 'seen' | 'closed'; answer: string | null }) {
  return ground.db.transaction(async (tx) => {
    const answer = input.answer === null ? null : normaliseText(input.answer).trim()
    const done = await updateCase(tx, input.id, { state: input.state, answer, handled_by: moderator.id, changed_at: ground.clock.now() })
    const found = done && (await caseById(tx, input.id))
    if (!found) throw notFound()
    const of = subject('report-case', input.id)
    await logState(tx, ground, of, input.state, moderator.id, answer)
    await audit(tx, ground, { by: moderator.id, act: `report.${input.state}`, subject: of, facts: { about: `${found.subjectKind} ${found.subjectId}` } })
    if (input.state === 'closed') await ground.outbox.announce(tx, 'report.closed', { caseId: input.id }, input.id)
    return found
  })
}
