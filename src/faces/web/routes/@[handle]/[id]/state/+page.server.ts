import { memberHere } from '../../../../account/member.ts'
import { ApiProblem } from '../../../../api.ts'
import type { NoteView } from '../../../../api-types.ts'
import type { PageServerLoad } from './$types'

interface State {
  state: string
  /** A plain sentence. */
  reason: string | null
  at: string
}

/** For the author and moderators; a moderator may not be able to read the note itself. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  memberHere({ locals, url })
  const [states, note] = await Promise.all([
    locals.api.get<{ items: State[] }>('/states', { subjectKind: 'note', subjectId: params.id }),
    locals.api.get<NoteView>(`/notes/${encodeURIComponent(params.id)}`).catch(asHidden),
  ])
  const [now, ...before] = states.items.reverse()
  return { now, before, note }
}

function asHidden(error: unknown): null {
  if (error instanceof ApiProblem && error.status === 404) return null
  throw error
}
