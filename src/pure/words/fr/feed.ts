import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': 'Choisissez d’abord un lieu : nous ne devinons pas où vous êtes.',
  'problem.page-not-served': 'Cette page ne vous a pas été envoyée, ou il y a trop longtemps. Rechargez-la.',
  'why.boosted': 'Partagée par {name}',
  'why.near': 'À moins de {km} km',
  'why.time': 'Par ordre chronologique',
}
