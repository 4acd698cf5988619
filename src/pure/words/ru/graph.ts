import type { Messages } from '../index.ts'

export const graph: Messages = {
  'problem.follow-self': 'На себя подписаться нельзя.',
  'problem.block-self': 'Себя заблокировать нельзя.',
  'problem.mute-empty': 'Напишите, что вы не хотите встречать.',
  'problem.too-many': 'Больше добавить нельзя ({count}).',
  'problem.not-empty': 'Здесь уже есть участники. Восстанавливайте на пустой площадке.',
  'problem.backup-newer': 'Эта копия сделана более новой версией. Сначала обновитесь.',
  'problem.backup-broken': 'Эта копия неполная: {difference}',
  'problem.unknown-scope': 'Такого права нет: {scope}',
}
