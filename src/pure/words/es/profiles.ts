import type { Messages } from '../index.ts'

export const profiles: Messages = {
  'problem.bio-length': 'Es demasiado largo: como máximo {count} caracteres sobre ti.',
  'problem.links-count': 'Como máximo {count} enlaces.',
  'problem.link-form': 'Esa no es una dirección web. Empieza por https:// y no lleva contraseña.',
  'problem.link-label': 'El nombre de un enlace tiene como máximo {count} caracteres.',
  'problem.pinned-count': 'Se pueden fijar como máximo {count} notas. Suelta una primero.',
  'problem.pinned-unknown': 'Solo se pueden fijar notas tuyas ya publicadas.',
}
