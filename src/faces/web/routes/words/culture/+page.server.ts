import { redirect } from '@sveltejs/kit'
import type { CultureWord, Page } from '../../../api-types.ts'
import { form } from '../../../forms.ts'
import { cultureWordPath } from '../../../paths.ts'
import type { Actions, PageServerLoad } from './$types'
import { meaningsOf, wordLanguage } from './meanings.ts'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const [cursor, language] = [url.searchParams.get('cursor'), url.searchParams.get('language')]
  return {
    page: await api.get<Page<CultureWord>>('/culture-words', { cursor }),
    isFirst: cursor === null,
    word: url.searchParams.get('word') ?? '',
    language: wordLanguage(language),
  }
}

export const actions: Actions = {
  add: form(async (api, fields) => {
    const { id } = await api.post<CultureWord>('/culture-words', {
      language: fields.text('language'),
      headword: fields.text('headword'),
      reading: fields.text('reading'),
      en: fields.text('en'),
      zhHans: fields.text('zhHans'),
      meanings: meaningsOf(fields),
    })
    redirect(303, cultureWordPath(id))
  }),
}
