import { safePath } from '../forms.ts'

/** Where to go after signing in: a path of this site, or `/`. Never back to a page that asks to sign in. */
export function whereTo(url: URL): string {
  const path = safePath(url.searchParams.get('back') ?? url.searchParams.get('return_to') ?? '/')
  return /^\/(sign-in|sign-up|sign-out|first-run|reset-password)(\/|\?|$)/.test(path) ? '/' : path
}
