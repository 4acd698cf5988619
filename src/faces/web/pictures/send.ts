import type { RequestEvent } from '@sveltejs/kit'
import { API, type Api, ApiProblem } from '../api.ts'
import type { MediaView } from '../composer/content.ts'
import { rest } from '../time.ts'

const LOOK_MS = 250
const MOST_LOOKS = 40

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

/**
 * Waits until a picture that was sent can be shown, ten seconds at most: what is said with it is out at once, and should not be without it.
 * Throws ApiProblem about the field, with a sentence, when it cannot be read.
 */
export async function shownPicture(api: Api, id: string, field: string): Promise<string> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const { state, sentence } = await api.get<MediaView>(`/media/${id}`)
    if (state === 'ready') break
    if (state === 'failed') throw new ApiProblem(422, { type: '/problems/picture', title: sentence ?? '', field })
    await rest(LOOK_MS)
  }
  return id
}
