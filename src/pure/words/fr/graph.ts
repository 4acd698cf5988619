import type { Messages } from '../index.ts'

export const graph: Messages = {
  'problem.follow-self': 'On ne peut pas se suivre soi-même.',
  'problem.block-self': 'On ne peut pas se bloquer soi-même.',
  'problem.mute-empty': 'Écrivez ce que vous ne voulez pas croiser.',
  'problem.too-many': 'Il ne peut pas y en avoir davantage ({count}).',
  'problem.not-empty': 'Cette maison a déjà des membres. Restaurez dans une maison vide.',
  'problem.backup-newer': 'Cette sauvegarde vient d’une version plus récente. Faites d’abord la mise à jour.',
  'problem.backup-broken': 'Cette sauvegarde est incomplète : {difference}',
  'problem.unknown-scope': 'Ce droit n’existe pas : {scope}',
}
