import type { Messages } from '../index.ts'

/** {who} 뒤에는 늘 ‘님’이 오므로, 여러 사람일 때도 이름으로 끝난다. */
export const notifications: Messages = {
  'notice.two': '{a}, {b}',
  'notice.more': '다른 {count}명과 {a}, {b}',
  'notice.one-more': '다른 {count}명과 {a}',
  'notice.comment': '{who} 님이 내 노트에 댓글을 남겼어요',
  'notice.reply': '{who} 님이 내 댓글에 답했어요',
  'notice.mention': '{who} 님이 나를 언급했어요',
  'notice.like': '{who} 님이 좋아해요',
  'notice.boost': '{who} 님이 내 노트를 전했어요',
  'notice.follow': '{who} 님이 나를 팔로우해요',
  'notice.request': '{who} 님이 팔로우를 요청했어요',
  'notice.accepted': '{who} 님이 팔로우를 수락했어요',
  'notice.coauthor-asked': '{who} 님이 함께 쓰자고 해요',
  'notice.coauthor-joined': '{who} 님이 함께 쓴 사람으로 이름을 올렸어요',
  'notice.board-asked': '{who} 님이 모음을 함께 꾸리자고 해요',
  'notice.board-joined': '{who} 님이 모음을 함께 꾸려요',
  'notice.layer': '{who} 님이 내 노트를 다른 언어로 옮겼어요',
  'notice.comment-layer': '{who} 님이 내 댓글을 번역했어요',
  'notice.layer-thanked': '{who} 님이 내 언어판에 고마움을 전했어요',
  'notice.mend': '{who} 님이 내 언어판의 한 문장을 다르게 써 보자고 해요',
  'notice.mend-taken': '내가 쓴 문장이 언어판에 들어갔어요. 고마움을 전한 사람: {who}',
  'notice.picture-words': '{who} 님이 내 사진 속 글자를 적었어요',
  'notice.search': '{who}님이 찾고 있던 내용을 올렸어요',
  'notice.topics-one': '{who}님이 확인해서 두 주제가 하나가 됐어요',
  'problem.searches-full': '저장한 검색이 {count}개라 더 담을 수 없어요. 먼저 하나를 빼 주세요.',
}
