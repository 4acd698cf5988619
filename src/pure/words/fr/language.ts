import type { Messages } from '../index.ts'

export const language: Messages = {
  'problem.language-unknown': 'Nous ne connaissons pas cette langue. Choisissez-en une dans la liste.',
  'problem.same-language': 'Le texte est déjà dans cette langue.',
  'problem.layer-exists': 'Il y a déjà une version de ce genre dans cette langue. Améliorez celle-là.',
  'problem.layers-full': 'Vous avez déjà ajouté {count} versions à ce texte, le maximum par personne.',
  'problem.layer-empty': 'Écrivez d’abord un titre ou un texte.',
  'problem.layer-long': 'Cela dépasse {count} caractères.',
  'problem.boxes-count': 'Une image porte de 1 à {count} cadres.',
  'problem.box-outside': 'Un cadre sort de l’image ou est trop petit pour être touché.',
  'problem.box-empty': 'Chaque cadre doit avoir les mots qui s’y trouvent.',
  'problem.not-yours': 'Seule la personne qui a écrit cette version peut la modifier. Vous pouvez ajouter la vôtre à côté.',
  'problem.own-layer': 'Les autres évaluent vos versions ; vous évaluez les leurs.',
  'problem.no-engine': 'Aucune machine ici ne traduit entre ces deux langues. Vous pouvez toucher les mots pour en voir le sens, ou ajouter une version.',
  'problem.text-stays-here': 'Ce texte n’est pas public : il n’est donc pas envoyé à une machine.',
  'problem.words-full': 'Vous gardez déjà {count} mots, c’est le maximum. Retirez-en d’abord quelques-uns.',
  'problem.reads-one-side': 'Pour évaluer une version, il faut lire les deux langues. Celles que vous lisez sont dans vos réglages.',
  'problem.mend-same': 'C’est déjà ce qui est écrit.',
  'problem.language-unread': 'Pour dire qu’un texte est dans une langue, il faut la lire. Celles que vous lisez sont dans vos réglages.',
  'problem.language-named': 'La personne qui l’a écrit a déjà indiqué sa langue.',
}
