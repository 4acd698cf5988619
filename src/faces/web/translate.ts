import { press } from './forms.ts'

/** The action behind the button of `LayerBar`, for every page that shows texts of others: asks an engine for one of them. */
export const translate = press(async (api, fields) => {
  await api.post('/translations', { subjectKind: fields.text('subjectKind'), subjectId: fields.text('subjectId'), language: fields.text('language') })
})
