import type { Messages } from '../index.ts'

export const settings: Messages = {
  'problem.place-name-length': 'Le nom de la maison compte de 1 à {count} caractères.',
  'problem.set-by-host': 'C’est fixé dans la configuration du serveur : on ne peut pas le changer ici.',
}
