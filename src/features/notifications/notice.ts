/** What members are told about; the sentence of each is `notice.<name>` in the words. */
export const noticeNames = [
  'comment',
  'reply',
  'mention',
  'like',
  'boost',
  'follow',
  'request',
  'accepted',
  'coauthor-asked',
  'coauthor-joined',
  'board-asked',
  'board-joined',
  'layer',
  'comment-layer',
  'layer-thanked',
  'mend',
  'mend-taken',
  'picture-words',
  'search',
  'topics-one',
] as const
export type NoticeName = (typeof noticeNames)[number]

/** Likes and boosts of one thing are one notice a day (UTC). */
export const dayKey = (kind: NoticeName, id: string, at: { toISOString(): string }): string => `${kind}:${id}:${at.toISOString().slice(0, 10)}`
