import type { Messages } from '../index.ts'

/** What notes are promised, and the ledger of it. */
export const webPromises: Messages = {
  'promise.title': 'Lo que se le prometió',
  'promise.newcomer': 'Las tres primeras notas públicas de cada persona nueva se muestran a otras al menos {owed} veces.',
  'promise.starts': 'Empieza el {day}, cuando tu cuenta tenga un día.',
  'promise.open': 'Vista hasta ahora: {given} de {owed}. Plazo: {day}.',
  'promise.paid': 'Cumplida. Vista: {given} de {owed}.',
  'promise.expired': 'Sin cumplir. Vista hasta el {day}: {given} de {owed}.',
  'promise.void': 'Terminada, porque la nota ya no es para todo el mundo. Vista: {given} de {owed}.',
  'promise.ledger': 'El libro de promesas',
  'promise.read': 'Qué se promete a quien llega y qué se ha cumplido',
  'promise.lead':
    'Las tres primeras notas públicas de cada miembro nuevo se muestran a otras personas al menos {owed} veces en {days} días. Aquí está cada promesa con lo que fue de ella, la más reciente primero. No se nombra a nadie que haya mirado.',
  'promise.counts':
    'Qué cuenta: que una persona cuya cuenta tiene al menos un día, o que fue invitada, haya visto de verdad la nota; una vez al día por persona. No cuenta quien la escribió, ni quien parece ser la misma persona, ni quien invitó o fue invitado por ella. Las cuentas que parecen de una misma persona, o que dicen lo mismo, comparten una promesa.',
  'promise.none': 'Todavía no se ha prometido nada.',
  'promise.note': 'Nota',
  'promise.hidden': 'no es para todo el mundo',
  'promise.made': 'Prometida el',
  'promise.given': 'Vistas',
  'promise.state': 'Estado',
  'promise.state-open': 'en curso',
  'promise.state-paid': 'cumplida',
  'promise.state-expired': 'sin cumplir',
  'promise.state-void': 'terminada',
  'promise.csv': 'Como tabla (CSV)',
  'promise.month': 'Hechas en los últimos 30 días',
  'promise.count': 'Promesas',
  'promise.owed': 'Prometidas',
  'promise.hour': 'Vistas en esta hora: {given}, de {most} como máximo.',
}
