import type { Messages } from '../index.ts'

/** One sentence of a layer: marked, beside its original, worded better. */
export const webMends: Messages = {
  'mend.title': 'Phrase par phrase',
  'mend.lead':
    'Dites mieux une phrase mal rendue. Dans la version d’une machine, vos mots prennent sa place quand trois personnes qui lisent les deux langues vous remercient ; l’accord de l’auteur suffit.',
  'mend.signed': 'Ces mots sont signés : ils changent si cette personne, ou l’auteur, est d’accord.',
  'mend.stale': 'L’original a changé ici',
  'mend.gone': 'L’original ne dit plus cela',
  'mend.missing': 'Pas encore traduit',
  'mend.by': 'Mots de {name}',
  'mend.open': 'Corriger la phrase {number}',
  'mend.yours': 'Vos mots',
  'mend.licence': 'Licence',
  'mend.licence-text': 'celle du texte',
  'mend.licence-CC0-1.0': 'libre de tout usage (CC0)',
  'mend.propose': 'Proposer',
  'mend.thank': 'C’est mieux, merci',
  'mend.fits': 'Toujours juste',
  'mend.said-fits': 'Toujours juste, d’après cet avis',
  'mend.votes': { one: '{count} merci', many: '{count} mercis', other: '{count} mercis' },
  'mend.proposed': 'Proposition',
  'mend.taken': 'Dans la version',
  'mend.replaced': 'Était ici avant',
  'mend.reverted': 'Retirée',
  'mend.withdraw': 'Retirer',
  'mend.revert': 'Remettre la phrase d’avant',
  'mend.rest': 'Phrases suivantes',
  'mend.someone': 'quelqu’un qui est parti',
  'mend.sides': 'Version et original, phrase par phrase',
}
