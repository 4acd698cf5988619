import type { Messages } from '../index.ts'

export const settings: Messages = {
  'problem.place-name-length': 'El nombre de un lugar tiene entre 1 y {count} caracteres.',
  'problem.set-by-host': 'Esto lo fija la configuración del servidor, así que no se puede cambiar aquí.',
}
