import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': 'Elige primero un lugar: no adivinamos dónde estás.',
  'why.boosted': 'Difundida por {name}',
  'why.near': 'A menos de {km} km',
}
