import { paths, signInFrom } from './paths.ts'

type Where = Pick<URL, 'pathname' | 'search'>

/** What the query says, without the action that a form was just sent to. */
const queryOf = ({ search }: Where): string =>
  search
    .slice(1)
    .split('&')
    .filter((one) => one && !one.startsWith('/'))
    .join('&')

/** Address of the page itself. */
export const hereOf = (url: Where): string => url.pathname + (queryOf(url) && `?${queryOf(url)}`)

/**
 * Address of an action of the page at `url`. What stands in the query stays there: a form that is refused without script comes
 * back to the page it was sent from, and not to another one where its fields have no place.
 */
export const actionOf = (url: Where, name: string): string => `?${queryOf(url) && `${queryOf(url)}&`}/${name}`

/** Where one shows who one is when a refusal asks for that, and comes back from; null for every other refusal. */
export function doorFrom(code: string | undefined, back: string): string | null {
  if (code === 'sign-in-needed') return signInFrom(back)
  return code === 'second-factor-needed' ? `${paths.signIn}/second-factor?back=${encodeURIComponent(back)}` : null
}
