import type { Messages } from '../index.ts'

export const media: Messages = {
  'problem.picture-broken': 'El archivo de esta imagen está dañado. Guárdala o expórtala otra vez y vuelve a enviarla.',
  'problem.picture-too-many-pixels': 'Esta imagen tiene más de {count} megapíxeles. Hazla más pequeña y envíala de nuevo.',
  'problem.picture-too-wide': 'Una imagen puede tener como máximo {count} píxeles de ancho y de alto.',
  'problem.picture-too-many-frames': 'Una animación puede tener como máximo {count} fotogramas.',
  'problem.picture-too-hard': 'No pudimos procesar esta imagen. Guárdala como JPEG y envíala de nuevo.',
  'problem.heic-too-large': 'Leemos imágenes HEIC de hasta {count} megapíxeles. Guárdala como JPEG y envíala de nuevo.',
  'problem.too-many-uploads': 'Tienes muchas subidas sin terminar. Deja que terminen o cancela alguna primero.',
  'problem.alt-length': 'Una descripción tiene como máximo {count} caracteres.',
  'problem.media-unknown': 'Una de estas imágenes ya no está aquí. Elígela otra vez.',
  'problem.media-taken': 'Una de estas imágenes ya forma parte de otra cosa. Súbela de nuevo para usarla también aquí.',
  'problem.media-failed': 'Una de estas imágenes no se pudo leer. Quítala o elige otro archivo.',
  'problem.media-unfinished': 'Una de estas imágenes todavía se está subiendo. Espera a que llegue.',
}
