import { error, type RequestEvent, redirect } from '@sveltejs/kit'
import { ApiProblem } from '../api.ts'
import { memberHere } from '../composer/server.ts'
import { doorFrom, hereOf } from '../here.ts'

/** For pages of those who run the place: others find nothing there; who showed no second factor is asked for it and comes back. */
export async function asStaff<T>(event: Pick<RequestEvent, 'locals' | 'url'>, run: () => Promise<T>): Promise<T> {
  const viewer = memberHere(event)
  if (viewer.role === 'member') error(404)
  try {
    return await run()
  } catch (thrown) {
    const door = thrown instanceof ApiProblem ? doorFrom(thrown.code, hereOf(event.url)) : null
    if (door) redirect(303, door)
    throw thrown
  }
}
