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
  'culture.title': 'Mots des scènes',
  'culture.lead':
    'L’argot et les mots de scènes que les lecteurs s’expliquent ; ils apparaissent quand on touche le mot. Chacun peut en ajouter ou mieux expliquer. Chaque version est gardée et offerte à tous (CC0).',
  'culture.empty': 'Personne n’a encore expliqué de mot.',
  'culture.add': 'Expliquer un mot',
  'culture.word': 'Mot',
  'culture.language': 'Langue du mot',
  'culture.reading': 'Comment il se dit',
  'culture.reading-hint': 'En chinois : pinyin avec les tons. Peut rester vide.',
  'culture.en': 'Ce qu’il veut dire, en anglais',
  'culture.zh': 'Ce qu’il veut dire, en chinois',
  'culture.save': 'Enregistrer',
  'culture.by': 'expliqué par {name}, {when}',
  'culture.by-nobody': 'expliqué {when}',
  'culture.better': 'Mieux l’expliquer',
  'culture.revert': 'Rétablir cette version',
  'culture.remove': 'Retirer le mot',
  'culture.all': 'Tous les mots des scènes',
  'culture.go': 'Mots que les lecteurs expliquent',
}
