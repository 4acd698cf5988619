import { peopleOf } from '../../../account/people.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => peopleOf(event, 'following')
