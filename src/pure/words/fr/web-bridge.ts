import type { Messages } from '../index.ts'

export const webBridge: Messages = {
  'bridge.ask': 'Comment ils le liront',
  'bridge.more': 'Envoie votre texte à un moteur de traduction, et nulle part ailleurs',
  'bridge.there': 'Ils lisent en {language} (par {engine})',
  'bridge.back': 'Et cela, retraduit dans votre langue',
  'bridge.idiom': '« {phrase} » signifie : {meaning}. Les moteurs le traduisent souvent mot à mot.',
  'bridge.failed': 'Aucun moteur n’a pu le traduire pour le moment.',
  'bridge.not-sent': 'Votre commentaire n’est pas encore envoyé.',
}
