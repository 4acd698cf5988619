import type { Messages } from '../index.ts'

export const topics: Messages = {
  'problem.topic-unknown': 'Aucun sujet ne porte ce nom.',
  'problem.topics-one-already': 'C’est déjà un seul et même sujet.',
  'problem.reason-missing': 'Dites pourquoi, en quelques mots.',
  'problem.reason-long': 'Cela dépasse {count} caractères.',
  'problem.reads-one-label': 'Pour confirmer, il faut lire un nom de chacun des deux. Les langues que vous lisez sont dans vos réglages.',
}
