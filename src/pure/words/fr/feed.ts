import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': 'Choisissez d’abord un lieu : nous ne devinons pas où vous êtes.',
  'why.boosted': 'Partagée par {name}',
  'why.near': 'À moins de {km} km',
}
