import type { Messages } from '../index.ts'

export const topics: Messages = {
  'problem.topic-unknown': 'No hay ningún tema con ese nombre.',
  'problem.topics-one-already': 'Ya son un solo tema.',
  'problem.reason-missing': 'Di por qué, en pocas palabras.',
  'problem.reason-long': 'Pasa de {count} caracteres.',
  'problem.reads-one-label': 'Para confirmar hay que leer un nombre de cada uno. Los idiomas que lees están en tus ajustes.',
}
