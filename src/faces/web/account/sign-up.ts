import { type RequestEvent, redirect } from '@sveltejs/kit'
import { type Api, queryString } from '../api.ts'
import type { Fields } from '../forms.ts'
import { whereTo } from './where.ts'

export interface SignedUp {
  id: string
  state: 'active' | 'waiting'
  letter: boolean
}

/** The body of POST /members from what a form says; empty fields are left out. */
export function memberBody(fields: Fields, locale: string) {
  const given = (name: string) => (fields.has(name) ? { [name]: fields.text(name) } : {})
  const languages = fields.all('languages').filter(Boolean)
  return {
    handle: fields.text('handle'),
    ...given('name'),
    ...given('email'),
    password: fields.data.get('password')?.toString() ?? '',
    ...given('invite'),
    ...given('firstRunCode'),
    languages: languages.length > 0 ? languages : [locale],
    locale,
    adult: fields.text('adult') === 'yes',
  }
}

/** Makes the account and goes on to the page that says what comes next. */
export async function signUpByForm(api: Api, fields: Fields, { locals, url }: RequestEvent): Promise<never> {
  const made = await api.post<SignedUp>('/members', memberBody(fields, locals.locale))
  redirect(303, nextAfter(made, whereTo(url)))
}

/** Waiting, a letter, or topics to begin with; from there on to `back`. */
export const nextAfter = (made: SignedUp, back: string): string =>
  `/sign-up/next${queryString({ waiting: made.state === 'waiting' || null, letter: made.letter || null, back })}`
