import { memberHere } from '../../../../account/member.ts'
import { ApiProblem } from '../../../../api.ts'
import type { NoteView } from '../../../../api-types.ts'
import type { PageServerLoad } from './$types'

interface Promised {
  kind: string
  state: 'open' | 'paid' | 'expired' | 'void'
  owed: number
  given: number
  /** False while the account is not a day old. */
  begun: boolean
  startsAt: string
  dueAt: string
}

interface State {
  state: string
  /** A plain sentence. */
  reason: string | null
  at: string
}

/** For the author and moderators; a moderator may not be able to read the note itself, and what it was promised is its author's alone. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  memberHere({ locals, url })
  const [states, note, promised] = await Promise.all([
    locals.api.get<{ items: State[] }>('/states', { subjectKind: 'note', subjectId: params.id }),
    locals.api.get<NoteView>(`/notes/${encodeURIComponent(params.id)}`).catch(asHidden),
    locals.api.get<{ items: Promised[] }>(`/notes/${encodeURIComponent(params.id)}/promises`).catch(asHidden),
  ])
  const [now, ...before] = states.items.reverse()
  return { now, before, note, promised: promised?.items ?? [] }
}

function asHidden(error: unknown): null {
  if (error instanceof ApiProblem && error.status === 404) return null
  throw error
}
