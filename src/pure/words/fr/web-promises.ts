import type { Messages } from '../index.ts'

/** What notes are promised, and the ledger of it. */
export const webPromises: Messages = {
  'promise.title': 'Ce qui lui a été promis',
  'promise.newcomer': 'Les trois premières notes publiques de chaque nouvelle personne sont montrées à d’autres au moins {owed} fois.',
  'promise.starts': 'Cela commence le {day}, quand votre compte aura un jour.',
  'promise.open': 'Vue jusqu’ici : {given} sur {owed}. Échéance : {day}.',
  'promise.paid': 'Promesse tenue. Vue : {given} sur {owed}.',
  'promise.expired': 'Promesse non tenue. Vue jusqu’au {day} : {given} sur {owed}.',
  'promise.void': 'Promesse close, car la note n’est plus pour tout le monde. Vue : {given} sur {owed}.',
  'promise.ledger': 'Le registre des promesses',
  'promise.read': 'Ce qui est promis aux nouveaux membres, et ce qui a été tenu',
  'promise.lead':
    'Les trois premières notes publiques de chaque nouveau membre sont montrées à d’autres au moins {owed} fois en {days} jours. Chaque promesse figure ici avec ce qu’il en est advenu, la plus récente d’abord. Personne qui a regardé n’est nommé.',
  'promise.counts':
    'Ce qui compte : une personne dont le compte a un jour, ou qui a été invitée, a vraiment vu la note ; une fois par jour et par personne. L’auteur ne compte pas, ni qui semble être la même personne, ni qui l’a invité ou qu’il a invité. Les comptes qui semblent être à une seule personne, ou qui disent la même chose, se partagent une promesse.',
  'promise.none': 'Rien n’a encore été promis.',
  'promise.note': 'Note',
  'promise.hidden': 'plus pour tout le monde',
  'promise.made': 'Promise le',
  'promise.given': 'Vues',
  'promise.state': 'État',
  'promise.state-open': 'en cours',
  'promise.state-paid': 'tenue',
  'promise.state-expired': 'non tenue',
  'promise.state-void': 'close',
  'promise.csv': 'En tableau (CSV)',
  'promise.month': 'Faites ces 30 derniers jours',
  'promise.count': 'Promesses',
  'promise.owed': 'Promises',
  'promise.hour': 'Vues dans cette heure : {given}, sur {most} au plus.',
}
