import type { Messages } from '../index.ts'

export const house: Messages = {
  'problem.bug': 'Algo falló de nuestro lado. No perdiste nada. Si se repite, dale este número a quien administra el lugar: {id}',
  'problem.bad-input': 'Esta parte no encaja: {field}. Revísala, por favor.',
  'problem.bad-cursor': 'Esta lista ha avanzado. Empieza otra vez desde arriba.',
  'problem.not-found': 'Aquí no hay nada que puedas ver.',
  'problem.sign-in-needed': 'Primero entra en tu cuenta. Lo que escribiste se conserva.',
  'problem.not-allowed': 'Tu cuenta no puede hacer esto.',
  'problem.missing-scope': 'Este programa no tiene permiso para hacer eso ({scope}).',
  'problem.foreign-origin': 'Esta petición venía de otro sitio, así que no se llevó a cabo.',
  'problem.conflict': 'Alguien lo cambió al mismo tiempo. Vuelve a cargarlo y míralo.',
  'problem.gone': 'Esto ya no está aquí.',
  'problem.too-large': 'Es más grande de lo que podemos recibir.',
  'problem.unsupported-media': 'No podemos leer este tipo de archivo. Elige una imagen JPEG, PNG, WebP, AVIF, GIF o HEIC.',
  'problem.too-many-requests': 'Eso fue muy rápido. Espera un momento y continúa.',
  'problem.slow-down': 'Eso fue muy rápido. Puedes continuar en {seconds} segundos.',
  'problem.unavailable': 'El lugar está tomando aliento. Prueba de nuevo en unos segundos; no se perdió nada.',
  'problem.storage-full': 'El disco de este lugar está lleno. Se puede leer; escribir volverá cuando se haga espacio.',
  'problem.unconfirmed': 'Confirma primero tu correo. Mientras tanto puedes leer y guardar borradores.',
}
