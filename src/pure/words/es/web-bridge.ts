import type { Messages } from '../index.ts'

export const webBridge: Messages = {
  'bridge.ask': 'Cómo lo leerán',
  'bridge.more': 'Envía lo que escribiste a un motor de traducción y a ningún otro sitio',
  'bridge.there': 'Leerán en {language} (por {engine})',
  'bridge.back': 'Y eso, de vuelta en tu idioma',
  'bridge.idiom': '«{phrase}» significa: {meaning}. Los motores suelen traducirlo palabra por palabra.',
  'bridge.failed': 'Ahora mismo ningún motor pudo traducirlo.',
  'bridge.not-sent': 'Tu comentario aún no se ha enviado.',
}
