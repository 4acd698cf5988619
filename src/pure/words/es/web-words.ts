import type { Messages } from '../index.ts'

/** Mis palabras: lo que alguien guarda al leer para aprenderlo. */
export const webWords: Messages = {
  'words.title': 'Mis palabras',
  'words.lead': 'Palabras que guardaste al leer, con la frase en que las encontraste. Solo las ves tú.',
  'words.empty': 'Tus palabras estarán aquí',
  'words.empty-more':
    'Toca una palabra en una nota que aún no sabes leer y después “Guardar palabra”. Se queda aquí con su lectura, sus significados y la frase en que estaba.',
  'words.empty-go': 'Buscar algo que leer',
  'words.saved': 'guardada {when}',
  'words.remove': 'Quitar {word}',
  'words.removed': 'La palabra ya no está.',
  'words.removed-one': '{word} ya no está',
  'words.file': 'Descargar para Anki',
  'words.file-hint': 'Un archivo de texto con tabuladores entre las columnas; lo leen Anki y cualquier hoja de cálculo',
  'words.more': 'Palabras anteriores',
  'words.first': 'Las más recientes',
}
