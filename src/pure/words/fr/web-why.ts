import type { Messages } from '../index.ts'

/** Pourquoi une note est là où elle est. */
export const webWhy: Messages = {
  'why.topic': 'Vous suivez {topic}',
  'why.person': 'Vous suivez {name}',
  'why.new': 'Nouveau ici',
  'why.quality': 'On l’a aimée ici',
  'why.title': 'Pourquoi cette note ?',
  'why.lead': 'Sa place dans « Découvrir », pièce par pièce. Les parts additionnées font le tout.',
  'why.part-note': 'La note elle-même',
  'why.part-topic': 'Un sujet que vous suivez',
  'why.part-person': 'Quelqu’un que vous suivez',
  'why.part-readable': 'Vous pouvez la lire',
  'why.note-more': 'Aimée, gardée, commentée, partagée : sa qualité est de {quality} ; parue {age}, elle en conserve {freshness}.',
  'why.change': 'Changer cela',
  'why.follow-topic': 'Suivre {topic}',
  'why.unfollow-topic': 'Ne plus suivre {topic}',
  'why.mute-topic': 'Masquer {topic}',
  'why.unmute-topic': 'Réafficher {topic}',
  'why.mute-person': 'Masquer {name}',
  'why.unmute-person': 'Réafficher {name}',
  'why.ranking': 'L’ordre de « Découvrir »',
  'why.guest': 'Sans connexion, « Découvrir » est le même pour tout le monde.',
}
