import { memberHere } from '../../account/member.ts'
import type { Viewer } from '../../api-types.ts'
import type { LayoutServerLoad } from './$types'

/** Whose form was just turned away meets that and no page of settings, so that what they typed comes back (forms.ts). */
export const load: LayoutServerLoad = ({ locals, url }) => ({ viewer: locals.refused ? (locals.viewer as Viewer) : memberHere({ locals, url }) })
