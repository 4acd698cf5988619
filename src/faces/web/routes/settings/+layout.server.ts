import { memberHere } from '../../composer/server.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals, url }) => ({ viewer: memberHere({ locals, url }) })
