import type { Page, Tile, TopicView } from '../../../api-types.ts'
import { form } from '../../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const path = `/topics/${encodeURIComponent(params.id)}`
  const language = url.searchParams.get('language')
  const [topic, page] = await Promise.all([
    api.get<TopicView>(path),
    api.get<Page<Tile>>(`${path}/notes`, { language, cursor: url.searchParams.get('cursor') }),
  ])
  return { topic, page, path, language }
}

export const actions: Actions = {
  follow: form(async (api, fields, { params }) => {
    const path = `/topics/${encodeURIComponent(params.id)}/follow`
    await (fields.has('on') ? api.put(path) : api.delete(path))
  }),
}
