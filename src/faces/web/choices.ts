import type { LayeredText, Show } from './api-types.ts'

/** How a reader wants texts of a pair of languages shown, kept in the cookie `show` as `zh>en:both|ja>en:original`. */
export const SHOW_COOKIE = 'show'
const SHOWS: readonly string[] = ['translation', 'original', 'both']
const MOST_PAIRS = 30

const pairOf = (text: LayeredText): string => `${text.original.language}>${text.shown.language}`
export const asShow = (value: string | null | undefined): Show | null => (value && SHOWS.includes(value) ? (value as Show) : null)

export function readChoices(cookie: string | undefined): Map<string, Show> {
  const choices = new Map<string, Show>()
  for (const part of (cookie ?? '').split('|')) {
    const [pair, show] = part.split(':')
    const known = asShow(show)
    if (pair && known) choices.set(pair, known)
  }
  return choices
}

/** Asked by the address, else remembered for this pair, else what the API says of the reader's settings. */
export function showOf(text: LayeredText, asked: string | null, cookie: string | undefined): Show {
  if (text.shown.id === text.original.id) return 'original'
  return asShow(asked) ?? readChoices(cookie).get(pairOf(text)) ?? text.show
}

/** Remembers how this reader wants texts of this pair shown. Browser only. */
export function keepShow(text: LayeredText, show: Show): void {
  const cookie = document.cookie
    .split('; ')
    .find((one) => one.startsWith(`${SHOW_COOKIE}=`))
    ?.slice(SHOW_COOKIE.length + 1)
  const value = encodeURIComponent(remember(text, show, cookie && decodeURIComponent(cookie)))
  // biome-ignore lint/suspicious/noDocumentCookie: the store of cookies that has promises is not everywhere yet
  document.cookie = `${SHOW_COOKIE}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`
}

/** The cookie's new value; the oldest choice goes when there are more than thirty. */
export function remember(text: LayeredText, show: Show, cookie: string | undefined): string {
  const choices = readChoices(cookie)
  choices.delete(pairOf(text))
  choices.set(pairOf(text), show)
  return [...choices]
    .slice(-MOST_PAIRS)
    .map(([pair, one]) => `${pair}:${one}`)
    .join('|')
}
