import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': 'Elige primero un lugar: no adivinamos dónde estás.',
  'problem.page-not-served': 'Esta página no se te envió a ti, o fue hace demasiado tiempo. Vuelve a cargarla.',
  'why.boosted': 'Difundida por {name}',
  'why.near': 'A menos de {km} km',
  'why.time': 'Por orden de tiempo',
}
