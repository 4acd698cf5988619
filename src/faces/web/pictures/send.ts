import type { RequestEvent } from '@sveltejs/kit'
import { API, ApiProblem } from '../api.ts'

/** Pictures that a form without script sent under this name. */
export const picturesIn = (data: FormData, name: string): File[] => data.getAll(name).filter((one): one is File => typeof one !== 'string' && one.size > 0)

/** Sends such a picture on; answers its id. Throws ApiProblem, about the field when one is named. */
export async function sendPicture(file: File, { fetch }: Pick<RequestEvent, 'fetch'>, field?: string): Promise<string> {
  const answer = await fetch(`${API}/media`, {
    method: 'POST',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: await file.arrayBuffer(),
  })
  const body = (await answer.json().catch(() => ({}))) as { id: string; title?: string }
  if (!answer.ok) throw new ApiProblem(answer.status, field ? { ...body, field } : body)
  return body.id
}
