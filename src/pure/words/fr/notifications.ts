import type { Messages } from '../index.ts'

export const notifications: Messages = {
  'notice.two': '{a} et {b}',
  'notice.more': { one: '{a}, {b} et {count} autre', other: '{a}, {b} et {count} autres' },
  'notice.one-more': { one: '{a} et {count} autre', other: '{a} et {count} autres' },
  'notice.comment': 'Votre note a été commentée par {who}',
  'notice.reply': 'Réponse à votre commentaire, par {who}',
  'notice.mention': 'Votre nom a été cité par {who}',
  'notice.like': 'Aimé par {who}',
  'notice.boost': 'Votre note a été partagée par {who}',
  'notice.follow': 'Votre profil est suivi par {who}',
  'notice.request': 'Demande de suivi, par {who}',
  'notice.accepted': 'Demande de suivi acceptée par {who}',
  'notice.coauthor-asked': 'Invitation à cosigner une note, par {who}',
  'notice.coauthor-joined': 'Note désormais cosignée par {who}',
  'notice.board-asked': 'Invitation à tenir un recueil ensemble, par {who}',
  'notice.board-joined': 'Recueil désormais tenu avec {who}',
  'notice.layer': 'Votre note a été traduite par {who}',
  'notice.comment-layer': 'Votre commentaire a été traduit par {who}',
  'notice.search': '{who} : du nouveau sur ce que vous cherchez',
  'problem.searches-full': 'Vous gardez déjà {count} recherches, c’est le maximum. Retirez-en une d’abord.',
}
