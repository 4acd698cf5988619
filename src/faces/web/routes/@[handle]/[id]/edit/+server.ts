import { redirect } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ params }) => redirect(302, `/notes/${encodeURIComponent(params.id)}/edit`)
