import { error } from '@sveltejs/kit'
import { ApiProblem } from '../../api.ts'
import type { Gloss, LayeredText, ShownText } from '../../api-types.ts'
import type { PageServerLoad } from './$types'

/** Word by word without script: every word of a text is a link to itself. */
export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const subjectKind = url.searchParams.get('subjectKind') ?? 'note'
  const subjectId = url.searchParams.get('subjectId')
  if (!subjectId) error(404)
  // A comment is a note of its own kind, and has the same address in the API.
  const note = await api.get<{ url: string; text: LayeredText }>(`/notes/${encodeURIComponent(subjectId)}`)
  const asked = url.searchParams.get('layerId')
  const text: ShownText = [note.text.original, note.text.shown].find((one) => one.id === asked) ?? note.text.original
  const offset = /^\d+$/.test(url.searchParams.get('offset') ?? '') ? Number(url.searchParams.get('offset')) : null
  const entry = offset === null ? null : await api.get<Gloss>('/gloss', { subjectKind, subjectId, layerId: text.id, offset }).catch(asNothing)
  const pieces = [...new Intl.Segmenter(text.language, { granularity: 'word' }).segment(text.body)].map(({ segment, index, isWordLike }) => ({
    segment,
    index,
    word: isWordLike === true,
  }))
  return {
    pieces,
    language: text.language,
    title: text.title,
    back: note.url,
    offset,
    entry,
    base: `?subjectKind=${encodeURIComponent(subjectKind)}&subjectId=${encodeURIComponent(subjectId)}&layerId=${encodeURIComponent(text.id)}`,
  }
}

function asNothing(failure: unknown): null {
  if (failure instanceof ApiProblem && failure.status === 404) return null
  throw failure
}
