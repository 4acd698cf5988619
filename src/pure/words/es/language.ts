import type { Messages } from '../index.ts'

export const language: Messages = {
  'problem.language-unknown': 'No conocemos este idioma. Elige uno de la lista.',
  'problem.same-language': 'El texto ya está en este idioma.',
  'problem.layer-exists': 'Ya hay una versión en este idioma. Mejora esa.',
  'problem.layers-full': 'Ya has añadido {count} versiones a este texto, el máximo por persona.',
  'problem.layer-empty': 'Escribe primero un título o un texto.',
  'problem.layer-long': 'Tiene más de {count} caracteres.',
  'problem.boxes-count': 'Una imagen lleva de 1 a {count} recuadros.',
  'problem.box-outside': 'Un recuadro se sale de la imagen o es demasiado pequeño para tocarlo.',
  'problem.box-empty': 'Cada recuadro necesita las palabras que están ahí.',
  'problem.not-yours': 'Solo quien hizo esta versión puede cambiarla. Puedes añadir la tuya al lado.',
  'problem.own-layer': 'Otras personas valoran tus versiones; tú valoras las suyas.',
  'problem.no-engine': 'Ninguna máquina de aquí traduce entre estos dos idiomas. Puedes tocar las palabras para consultarlas o añadir tu propia versión.',
  'problem.text-stays-here': 'Este texto no es público, así que no se envía a ninguna máquina de traducción.',
  'problem.words-full': 'Ya guardas {count} palabras y no caben más. Quita alguna primero.',
  'problem.reads-one-side': 'Para valorar una versión hay que leer los dos idiomas. Los que lees están en tus ajustes.',
  'problem.mend-same': 'Eso es lo que ya pone.',
  'problem.language-unread': 'Solo quien lee un idioma puede decir que un texto está en él. Los que lees están en tus ajustes.',
  'problem.language-named': 'Quien lo escribió ya dijo en qué idioma está.',
}
