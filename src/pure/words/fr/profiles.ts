import type { Messages } from '../index.ts'

export const profiles: Messages = {
  'problem.bio-length': 'C’est trop long : {count} caractères au plus pour vous présenter.',
  'problem.links-count': '{count} liens au plus.',
  'problem.link-form': 'Ce n’est pas une adresse web. Elle commence par https:// et ne contient pas de mot de passe.',
  'problem.link-label': 'Le nom d’un lien compte au plus {count} caractères.',
  'problem.pinned-count': 'On peut épingler au plus {count} notes. Détachez-en une d’abord.',
  'problem.pinned-unknown': 'Vous pouvez épingler seulement vos propres notes, une fois publiées.',
}
