import { redirect } from '@sveltejs/kit'
import type { NoteView } from '../../../api-types.ts'
import type { RequestHandler } from './$types'

/** The short address of a note leads to its own. */
export const GET: RequestHandler = async ({ locals, params }) => redirect(302, (await locals.api.get<NoteView>(`/notes/${encodeURIComponent(params.id)}`)).url)
