import { error, type RequestEvent, redirect } from '@sveltejs/kit'
import { ApiProblem } from '../api.ts'
import { memberHere } from '../composer/server.ts'

/** For pages of those who run the place: others find nothing there; who showed no second factor is asked for it and comes back. */
export async function asStaff<T>(event: Pick<RequestEvent, 'locals' | 'url'>, run: () => Promise<T>): Promise<T> {
  const viewer = memberHere(event)
  if (viewer.role === 'member') error(404)
  try {
    return await run()
  } catch (thrown) {
    if (thrown instanceof ApiProblem && thrown.code === 'second-factor-needed')
      redirect(303, `/sign-in/second-factor?back=${encodeURIComponent(event.url.pathname + event.url.search)}`)
    throw thrown
  }
}
