import { type ActionFailure, error, fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { type Api, ApiProblem, type Problem, problemOf } from './api.ts'
import { doorFrom, hereOf } from './here.ts'

/** What a form sent: `text('body')` is trimmed and never null, `all('topic')` every value of that name. */
export interface Fields {
  text(name: string): string
  all(name: string): string[]
  has(name: string): boolean
  data: FormData
}
/** Fields that never come back in a page. */
const SECRETS = new Set(['password', 'current', 'code', 'firstRunCode'])
type Answer = object | void
type Run<E extends RequestEvent, Done> = (api: Api, fields: Fields, event: E) => Promise<Done>
type Failed = ActionFailure<{ problem: Problem; fields: Record<string, string> }>

/**
 * A form action: `export const actions = { comment: form(async (api, fields, event) => { … }) }`.
 * A refusal of the API comes back to the page as `form.problem` with what was typed in `form.fields`; the page's load finds the
 * same in `locals.refused`. When the run returns nothing and the form has a `back` field, one is sent there.
 * Without a session nothing typed is lost either, see `turnedAway`.
 */
export const form = <E extends RequestEvent, Done extends Answer>(run: Run<E, Done>) => action(run, true)
/** The same for forms of one button, in which nothing is typed: without a session one goes to sign in straight away, and comes back. */
export const press = <E extends RequestEvent, Done extends Answer>(run: Run<E, Done>) => action(run, false)

function action<E extends RequestEvent, Done extends Answer>(run: Run<E, Done>, typed: boolean) {
  return async (event: E): Promise<Done | Failed> => {
    const data = await event.request.formData()
    const fields = fieldsOf(data)
    let done: Done
    try {
      done = await run(event.locals.api, fields, event)
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown
      event.locals.refused = fields
      turnedAway(event, thrown, fields, typed)
      return fail(thrown.status || 503, { problem: problemOf(thrown), fields: Object.fromEntries(wordsIn(data)) })
    }
    if (done === undefined && fields.has('back')) redirect(303, safePath(fields.text('back')))
    return done
  }
}

/**
 * Who has to sign in first, or show a second factor. A script keeps the form on the page and says so there; without one the page
 * itself could not be shown, so everything comes back in a form that is sent again afterwards (routes/+error.svelte).
 */
function turnedAway({ url, request, locals }: RequestEvent, { code, title, status }: ApiProblem, fields: Fields, typed: boolean): void {
  const door = doorFrom(code, safePath(fields.text('back') || hereOf(url)))
  // The form to sign in has a field for the second factor itself.
  if (!door || (code === 'second-factor-needed' && !locals.viewer)) return
  if (!typed) redirect(303, door)
  if (!request.headers.has('x-sveltekit-action'))
    error(status, { message: title, code, kept: { door, to: url.pathname + url.search, fields: wordsIn(fields.data) } })
}

/** What may be shown again; chosen files and secrets stay behind. */
const wordsIn = (data: FormData): [string, string][] =>
  [...data].filter((pair): pair is [string, string] => typeof pair[1] === 'string' && !SECRETS.has(pair[0]))

function fieldsOf(data: FormData): Fields {
  const words = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '')
  return { text: (name) => words(data.get(name)), all: (name) => data.getAll(name).map(words), has: (name) => words(data.get(name)) !== '', data }
}

/** A path of our own, or `/` (security X5: no `//evil`, no `/\evil`, no line breaks, no scheme). */
export function safePath(path: string): string {
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path)) return '/'
  const url = new URL(path, 'http://here.invalid')
  return url.host === 'here.invalid' ? url.pathname + url.search + url.hash : '/'
}
