import { loadWords } from '../words.ts'
import type { LayoutLoad } from './$types'

export const load: LayoutLoad = async ({ data, route }) => {
  await loadWords(data.locale, route.id)
  return data
}
