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
  'culture.title': 'Palabras de las escenas',
  'culture.lead':
    'Jerga y palabras de escenas que quienes leen se explican entre sí; aparecen al tocar la palabra. Cualquiera puede añadir una o explicarla mejor. Se guardan todas las versiones, libres para todo el mundo (CC0).',
  'culture.empty': 'Nadie ha explicado aún ninguna palabra.',
  'culture.add': 'Explicar una palabra',
  'culture.word': 'Palabra',
  'culture.language': 'Idioma de la palabra',
  'culture.reading': 'Cómo se dice',
  'culture.reading-hint': 'En chino: pinyin con tonos. Puede quedar vacío.',
  'culture.en': 'Qué significa, en inglés',
  'culture.zh': 'Qué significa, en chino',
  'culture.save': 'Guardar',
  'culture.by': 'explicada por {name}, {when}',
  'culture.by-nobody': 'explicada {when}',
  'culture.better': 'Explicarla mejor',
  'culture.revert': 'Recuperar esta versión',
  'culture.remove': 'Quitar la palabra',
  'culture.all': 'Todas las palabras de las escenas',
  'culture.go': 'Palabras que explican quienes leen',
}
