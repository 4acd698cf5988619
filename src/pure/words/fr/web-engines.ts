import type { Messages } from '../index.ts'

export const webEngines: Messages = {
  'admin.engines': 'Moteurs',
  'engines.used': '{month} : {used} caractères sur {budget}',
  'engines.none':
    'Aucun moteur n’est installé. Les versions des gens, les définitions et les sujets marchent sans ; le guide d’hébergement dit comment en ajouter un.',
  'engines.works': 'en service',
  'engines.paused': 'en pause, sans réponse',
  'engines.before': 'Mois précédent',
  'engines.after': 'Mois suivant',
  'engines.nothing': 'Rien n’a été envoyé ce mois-ci.',
  'engines.by-day': 'Caractères envoyés aux moteurs, par jour',
  'engines.day': 'Jour',
  'engines.engine': 'Moteur',
  'engines.characters': 'Caractères',
  'engines.calls': 'Appels',
  'engines.refused': 'Réponses refusées',
  'engines.terms': 'Mots à traduction fixe',
  'engines.terms-more': 'Les moteurs ne voient jamais ces mots ; ce que vous écrivez ici prend leur place. Récrivez le mot lui-même, et il reste tel quel.',
  'engines.from': 'Langue',
  'engines.to': 'Vers',
  'engines.any': 'Toute langue',
  'engines.term': 'Mot',
  'engines.translation': 'Prend sa place',
}
