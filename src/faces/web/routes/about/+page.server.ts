import type { DictionaryFacts, PlaceFacts } from '../../account-types.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api, locale, viewer }, url }) => {
  const [facts, dictionaries] = await Promise.all([api.get<PlaceFacts>('/place'), api.get<{ items: DictionaryFacts[] }>('/dictionaries')])
  const asked = url.searchParams.get('language')
  return { facts, dictionaries: dictionaries.items, wanted: [...(asked ? [asked] : []), locale, ...(viewer?.reads ?? [])] }
}
