import type { Messages } from '../index.ts'

/** Mes mots : ce qu’on garde pour apprendre. */
export const webWords: Messages = {
  'words.title': 'Mes mots',
  'words.lead': 'Les mots gardés au fil de vos lectures, avec la phrase où vous les avez croisés. Visibles par vous seulement.',
  'words.empty': 'Vos mots seront ici',
  'words.empty-more':
    'Touchez un mot dans une note que vous ne savez pas encore lire, puis « Garder le mot ». Il reste ici avec sa lecture, ses sens et sa phrase.',
  'words.empty-go': 'Trouver à lire',
  'words.saved': 'gardé {when}',
  'words.remove': 'Retirer {word}',
  'words.removed': 'Le mot est retiré.',
  'words.removed-one': '{word} est retiré',
  'words.file': 'Fichier pour Anki',
  'words.file-hint': 'Un fichier texte aux colonnes séparées par des tabulations ; Anki et tout tableur le lisent',
  'words.more': 'Mots plus anciens',
  'words.first': 'Mots récents',
}
