import type { PlaceFacts } from '../../account-types.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api, locale, viewer }, url }) => {
  const facts = await api.get<PlaceFacts>('/place')
  const asked = url.searchParams.get('language')
  return { facts, wanted: [...(asked ? [asked] : []), locale, ...(viewer?.reads ?? [])] }
}
