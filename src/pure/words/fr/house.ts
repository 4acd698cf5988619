import type { Messages } from '../index.ts'

export const house: Messages = {
  'problem.bug': 'Quelque chose s’est cassé de notre côté. Rien de ce qui est à vous n’est perdu. Si cela se reproduit, donnez ce numéro à l’hôte : {id}',
  'problem.bad-input': 'Ceci ne convient pas : {field}. Vérifiez, s’il vous plaît.',
  'problem.bad-cursor': 'Cette liste a changé. Reprenez depuis le début.',
  'problem.not-found': 'Il n’y a rien ici que vous puissiez voir.',
  'problem.sign-in-needed': 'Connectez-vous d’abord. Ce que vous avez écrit est gardé.',
  'problem.not-allowed': 'Votre compte ne permet pas de faire cela.',
  'problem.missing-scope': 'Ce programme n’a pas reçu le droit de faire cela ({scope}).',
  'problem.foreign-origin': 'Cette demande venait d’un autre site ; elle n’a pas été exécutée.',
  'problem.conflict': 'Quelqu’un a modifié ceci en même temps. Rechargez la page et regardez.',
  'problem.gone': 'Ce n’est plus ici.',
  'problem.too-large': 'C’est plus gros que ce que nous pouvons prendre.',
  'problem.unsupported-media': 'Nous ne savons pas lire ce type de fichier. Choisissez une image JPEG, PNG, WebP, AVIF, GIF ou HEIC.',
  'problem.too-many-requests': 'C’était très rapide. Attendez un instant, puis continuez.',
  'problem.slow-down': 'C’était très rapide. Vous pourrez continuer dans {seconds} s.',
  'problem.unavailable': 'La maison reprend son souffle. Réessayez dans quelques secondes ; rien n’est perdu.',
  'problem.storage-full': 'Le disque de cette maison est plein. On peut lire ; on pourra de nouveau écrire quand l’hôte aura fait de la place.',
  'problem.unconfirmed': 'Confirmez d’abord votre adresse e-mail. En attendant, vous pouvez lire et garder des brouillons.',
}
