import type { Messages } from '../index.ts'

export const media: Messages = {
  'problem.picture-broken': 'Ce fichier d’image est abîmé. Enregistrez-le ou exportez-le de nouveau, puis renvoyez-le.',
  'problem.picture-too-many-pixels': 'Cette image dépasse {count} mégapixels. Réduisez-la, puis renvoyez-la.',
  'problem.picture-too-wide': 'Une image peut avoir au plus {count} pixels de large et de haut.',
  'problem.picture-too-many-frames': 'Une animation peut avoir au plus {count} images.',
  'problem.picture-too-hard': 'Nous n’avons pas réussi à traiter cette image. Enregistrez-la en JPEG, puis renvoyez-la.',
  'problem.heic-too-large': 'Nous lisons les images HEIC jusqu’à {count} mégapixels. Enregistrez-la en JPEG, puis renvoyez-la.',
  'problem.too-many-uploads': 'Beaucoup de vos envois ne sont pas terminés. Laissez-les finir, ou annulez-en quelques-uns.',
  'problem.alt-length': 'Une description compte au plus {count} caractères.',
  'problem.media-unknown': 'L’une de ces images n’est plus ici. Choisissez-la de nouveau.',
  'problem.media-taken': 'L’une de ces images sert déjà ailleurs. Envoyez-la encore une fois pour l’utiliser ici aussi.',
  'problem.media-failed': 'L’une de ces images n’a pas pu être lue. Retirez-la ou choisissez un autre fichier.',
  'problem.media-unfinished': 'L’une de ces images est encore en cours d’envoi. Attendez qu’elle soit arrivée.',
}
