import type { Messages } from '../index.ts'

/** {who} puede ser una persona o varias: ninguna frase depende del número. */
export const notifications: Messages = {
  'notice.two': '{a} y {b}',
  'notice.more': '{a}, {b} y {count} más',
  'notice.one-more': '{a} y {count} más',
  'notice.comment': 'Comentario de {who} en tu nota',
  'notice.reply': 'Respuesta de {who} a tu comentario',
  'notice.mention': 'Mención de {who}',
  'notice.like': 'Me gusta de {who}',
  'notice.boost': 'Tu nota, difundida por {who}',
  'notice.follow': 'Entre quienes te siguen: {who}',
  'notice.request': 'Solicitud de {who} para seguirte',
  'notice.accepted': 'Ya puedes seguir a {who}',
  'notice.coauthor-asked': 'Invitación de {who} a firmar una nota',
  'notice.coauthor-joined': 'Tu nota lleva ahora la firma de {who}',
  'notice.board-asked': 'Invitación de {who} a llevar un tablero',
  'notice.board-joined': 'Tu tablero cuenta ahora con {who}',
  'notice.layer': 'Tu nota, en otro idioma gracias a {who}',
  'notice.comment-layer': 'Tu comentario, traducido por {who}',
  'notice.layer-thanked': '{who} te da las gracias por una versión',
  'notice.mend': '{who} diría de otra forma una frase de tu versión',
  'notice.mend-taken': 'Tu frase ya está en la versión, gracias a {who}',
  'notice.picture-words': 'Las palabras de tu imagen, escritas por {who}',
  'notice.search': '{who}: hay algo nuevo de lo que buscas',
  'notice.topics-one': '{who} lo confirma: los temas que señalaste ya son uno',
  'problem.searches-full': 'Ya guardas {count} búsquedas y no caben más. Quita alguna primero.',
}
