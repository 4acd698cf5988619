import type { PageServerLoad } from './$types'

interface Ranking {
  weights: Record<string, number>
  composition: Record<string, number>
}

export const load: PageServerLoad = async ({ locals: { api } }) => ({ ranking: await api.get<Ranking>('/about/ranking') })
