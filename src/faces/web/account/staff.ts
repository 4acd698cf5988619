import { error, type RequestEvent } from '@sveltejs/kit'
import { memberHere, throughDoor } from './member.ts'

/** For pages of those who run the place: others find nothing there. */
export async function asStaff<T>(event: Pick<RequestEvent, 'locals' | 'url'>, run: () => Promise<T>): Promise<T> {
  if (memberHere(event).role === 'member') error(404)
  return throughDoor(event, run)
}
