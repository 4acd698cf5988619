import type { Messages } from '../index.ts'

/** One sentence of a layer: marked, beside its original, worded better. */
export const webMends: Messages = {
  'mend.title': 'Frase por frase',
  'mend.lead':
    'Di mejor una frase que no esté bien. En la versión de una máquina, tus palabras ocupan su lugar cuando tres personas que leen los dos idiomas las agradecen; con la autora o el autor basta.',
  'mend.signed': 'Son palabras firmadas: cambian cuando esa persona, o quien escribió el texto, está de acuerdo.',
  'mend.stale': 'El original ha cambiado aquí',
  'mend.gone': 'El original ya no dice esto',
  'mend.missing': 'Aún sin traducir',
  'mend.by': 'Palabras de {name}',
  'mend.open': 'Corregir la frase {number}',
  'mend.yours': 'Tus palabras',
  'mend.licence': 'Licencia',
  'mend.licence-text': 'la del texto',
  'mend.licence-CC0-1.0': 'uso libre (CC0)',
  'mend.propose': 'Proponer',
  'mend.thank': 'Mejor así, gracias',
  'mend.fits': 'Sigue bien',
  'mend.said-fits': 'Dice que sigue bien',
  'mend.votes': { one: '{count} gracias', many: '{count} gracias', other: '{count} gracias' },
  'mend.proposed': 'Propuesta',
  'mend.taken': 'Está en la versión',
  'mend.replaced': 'Estuvo aquí antes',
  'mend.reverted': 'Retirada',
  'mend.withdraw': 'Retirar',
  'mend.revert': 'Volver a lo anterior',
  'mend.rest': 'Más frases',
  'mend.someone': 'alguien que se fue',
  'mend.sides': 'Versión y original, frase por frase',
}
