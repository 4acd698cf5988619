import { type RequestEvent, redirect } from '@sveltejs/kit'
import { ApiProblem } from '../api.ts'
import { doorFrom, hereOf } from '../here.ts'
import { signInFrom } from '../paths.ts'

/** For pages of members; others sign in and come back. */
export function memberHere({ locals: { viewer }, url }: Pick<RequestEvent, 'locals' | 'url'>) {
  if (!viewer) redirect(303, signInFrom(hereOf(url)))
  return viewer
}

/** For what the API shows after a second factor only: who showed none is asked for it and comes back. */
export async function throughDoor<T>({ url }: Pick<RequestEvent, 'url'>, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (thrown) {
    const door = thrown instanceof ApiProblem ? doorFrom(thrown.code, hereOf(url)) : null
    if (door) redirect(303, door)
    throw thrown
  }
}
