import type { Messages } from '../index.ts'

export const moderation: Messages = {
  'problem.forbidden-word': 'Quien administra este lugar no quiere aquí la palabra “{word}”. Quítala y publica de nuevo; tu texto se conserva.',
  'problem.forbidden-link': 'Quien administra este lugar no quiere aquí enlaces a {host}. Quítalo y publica de nuevo; tu texto se conserva.',
  'problem.reports-a-day': 'Puedes enviar {count} denuncias al día. Si alguien está en peligro, elige ese motivo: siempre se recibe.',
  'problem.report-unwanted':
    'No se envió nada. Lo que simplemente no quieres ver puedes silenciarlo, o bloquear a quien lo escribió: vale al momento y solo para ti.',
  'problem.filter-term-empty': 'Esta entrada no tiene letras ni cifras que buscar.',
  'problem.filter-host': 'Escribe un dominio, por ejemplo example.org.',
  'problem.filter-terms-full': 'La lista ya tiene {count} entradas. Quita alguna primero.',
  'state.processing': 'Se están preparando sus imágenes',
  'state.published': 'Publicada',
  'state.author-deleted': 'La eliminaste',
}
