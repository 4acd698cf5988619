import type { PageServerLoad } from './$types'

interface Ranking {
  values: Record<string, number>
  weights: Record<string, number>
  composition: Record<string, number>
  variety: Record<string, number>
  acts: Record<string, number>
}

export const load: PageServerLoad = async ({ locals: { api } }) => ({ ranking: await api.get<Ranking>('/about/ranking') })
