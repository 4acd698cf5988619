import { SHOW_COOKIE } from '../choices.ts'
import { now } from '../time.ts'
import type { LayoutServerLoad } from './$types'

/** Read once when the site opens; a language or a session changes with a whole page. */
export const load: LayoutServerLoad = ({ locals, depends, cookies }) => {
  depends('app:session')
  const { viewer, place, unread, locale, theme } = locals
  return { viewer, place, unread, locale, theme, shows: cookies.get(SHOW_COOKIE) ?? '', now: now() }
}
