import { type ActionFailure, fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { type Api, ApiProblem, type Problem, problemOf } from './api.ts'

/** What a form sent: `text('body')` is trimmed and never null, `all('topic')` every value of that name. */
export interface Fields {
  text(name: string): string
  all(name: string): string[]
  has(name: string): boolean
  data: FormData
}
/** Fields that never come back in a page. */
const SECRETS = new Set(['password', 'current', 'code', 'firstRunCode'])
type Failed = ActionFailure<{ problem: Problem; fields: Record<string, string> }>

/**
 * A form action: `export const actions = { comment: form(async (api, fields, event) => { … }) }`.
 * A refusal of the API comes back to the page as `form.problem` with what was typed in `form.fields`; without a session one
 * goes to sign in and returns. When the run returns nothing and the form has a `back` field, one is sent there.
 */
export function form<E extends RequestEvent, Done extends object | void>(run: (api: Api, fields: Fields, event: E) => Promise<Done>) {
  return async (event: E): Promise<Done | Failed> => {
    const data = await event.request.formData()
    const fields = fieldsOf(data)
    let done: Done
    try {
      done = await run(event.locals.api, fields, event)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (error.code === 'sign-in-needed') redirect(303, `/sign-in?back=${encodeURIComponent(safePath(fields.text('back') || event.url.pathname))}`)
      const typed = Object.fromEntries([...data].filter((pair): pair is [string, string] => typeof pair[1] === 'string' && !SECRETS.has(pair[0])))
      return fail(error.status || 503, { problem: problemOf(error), fields: typed })
    }
    if (done === undefined && fields.has('back')) redirect(303, safePath(fields.text('back')))
    return done
  }
}

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
