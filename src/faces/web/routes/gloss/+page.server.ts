import { error } from '@sveltejs/kit'
import { ApiProblem } from '../../api.ts'
import type { Gloss, Layers, WordCount } from '../../api-types.ts'
import { press } from '../../forms.ts'
import type { Actions, PageServerLoad } from './$types'

/** Word by word without script: every word of a text is a link to itself. */
export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const subjectKind = url.searchParams.get('subjectKind') ?? 'note'
  const subjectId = url.searchParams.get('subjectId')
  if (!subjectId) error(404)
  const asked = url.searchParams.get('layerId')
  const { items, address } = await api.get<Layers>('/layers', { subjectKind, subjectId, ...(asked ? { layerId: asked } : { limit: 1 }) })
  const text = items.find((one) => one.id === asked) ?? items.find((one) => one.origin === 'original')
  if (!text) error(404)
  const offset = /^\d+$/.test(url.searchParams.get('offset') ?? '') ? Number(url.searchParams.get('offset')) : null
  const entry = offset === null ? null : await api.get<Gloss>('/gloss', { subjectKind, subjectId, layerId: text.id, offset }).catch(asNothing)
  const notes = entry && (await api.get<WordCount>('/search/count', { q: entry.headword }))
  const pieces = [...new Intl.Segmenter(text.language, { granularity: 'word' }).segment(text.body)].map(({ segment, index, isWordLike }) => ({
    segment,
    index,
    word: isWordLike === true,
  }))
  return {
    pieces,
    language: text.language,
    title: text.title,
    back: address ?? '/',
    offset,
    entry,
    notes,
    base: `?subjectKind=${encodeURIComponent(subjectKind)}&subjectId=${encodeURIComponent(subjectId)}&layerId=${encodeURIComponent(text.id)}`,
  }
}

function asNothing(failure: unknown): null {
  if (failure instanceof ApiProblem && failure.status === 404) return null
  throw failure
}

export const actions: Actions = {
  keep: press(async (api, _fields, { url: { searchParams } }) => {
    const [subjectKind, subjectId, layerId] = ['subjectKind', 'subjectId', 'layerId'].map((name) => searchParams.get(name))
    await api.post('/words', { subjectKind, subjectId, layerId, offset: Number(searchParams.get('offset')) })
  }),
  remove: press(async (api, fields) => {
    await api.delete(`/words/${encodeURIComponent(fields.text('id'))}`)
  }),
}
