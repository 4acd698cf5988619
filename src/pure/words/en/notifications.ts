import type { Messages } from '../index.ts'

export const notifications: Messages = {
  'notice.two': '{a} and {b}',
  'notice.more': '{a}, {b} and {count} more',
  'notice.one-more': '{a} and {count} more',
  'notice.comment': '{who} commented on your note',
  'notice.reply': '{who} answered your comment',
  'notice.mention': '{who} mentioned you',
  'notice.like': '{who} liked this',
  'notice.boost': '{who} boosted your note',
  'notice.follow': '{who} follows you',
  'notice.request': '{who} asks to follow you',
  'notice.accepted': '{who} lets you follow them',
  'notice.coauthor-asked': '{who} asks you to be a co-author',
  'notice.coauthor-joined': '{who} joined as co-author',
  'notice.board-asked': '{who} asks you to keep a board together',
  'notice.board-joined': '{who} keeps a board with you now',
  'notice.layer': '{who} put your note into another language',
  'notice.comment-layer': '{who} translated your comment',
  'notice.search': '{who} published what you look for',
  'problem.searches-full': 'You keep {count} searches already, as many as there can be. Take one away first.',
}
