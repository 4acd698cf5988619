import type { Messages } from '../index.ts'

/** Por qué una nota está donde está. */
export const webWhy: Messages = {
  'why.topic': 'Sigues “{topic}”',
  'why.person': 'Sigues a {name}',
  'why.new': 'Recién publicada',
  'why.quality': 'Gustó por aquí',
  'why.title': '¿Por qué esta nota?',
  'why.lead': 'Su sitio en Descubrir, por partes. Juntas suman el total.',
  'why.part-note': 'La nota misma',
  'why.part-topic': 'Un tema que sigues',
  'why.part-person': 'Alguien a quien sigues',
  'why.part-readable': 'Puedes leerla',
  'why.note-more':
    'Los me gusta, lo guardado, los comentarios y las difusiones le dan una calidad de {quality}; publicada {age}, conserva {freshness} de ella.',
  'why.change': 'Cambiarlo',
  'why.follow-topic': 'Seguir “{topic}”',
  'why.unfollow-topic': 'Dejar de seguir “{topic}”',
  'why.mute-topic': 'Silenciar “{topic}”',
  'why.unmute-topic': 'No silenciar “{topic}”',
  'why.mute-person': 'Silenciar a {name}',
  'why.unmute-person': 'No silenciar a {name}',
  'why.ranking': 'Cómo se ordena Descubrir',
  'why.guest': 'Sin entrar, Descubrir es igual para todo el mundo.',
  'why.away': 'Está oculta en tus listas.',
  'why.less-back': 'Retirar “Menos como esta”',
  'why.hide-back': 'Volver a mostrar esta nota',
  'why.tried-back': 'Retirar “Lo probé”',
  'why.choices-more': 'Solo tú ves esto. No es un “me gusta” y no cuenta en ninguna parte.',
  'why.learning': 'Lo que Descubrir sabe',
}
