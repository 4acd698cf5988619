import type { Messages } from '../index.ts'

export const graph: Messages = {
  'problem.follow-self': 'No puedes seguirte a ti.',
  'problem.block-self': 'No puedes bloquearte a ti.',
  'problem.mute-empty': 'Escribe qué no quieres encontrar.',
  'problem.too-many': 'No caben más ({count}).',
  'problem.not-empty': 'Este lugar ya tiene miembros. Restaura la copia en uno vacío.',
  'problem.backup-newer': 'Esta copia se hizo con un programa más nuevo. Actualiza primero.',
  'problem.backup-broken': 'Esta copia no está entera: {difference}',
  'problem.unknown-scope': 'Este permiso no existe: {scope}',
}
