import { asStaff } from '../../../account/staff.ts'
import type { PageServerLoad } from './$types'

interface Sums {
  sums: { kind: string; state: 'open' | 'paid' | 'expired' | 'void'; promises: number; owed: number; given: number }[]
  hour: { given: number; most: number }
}

export const load: PageServerLoad = (event) => asStaff(event, () => event.locals.api.get<Sums>('/admin/promises'))
