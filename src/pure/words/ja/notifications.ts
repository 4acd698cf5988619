import type { Messages } from '../index.ts'

/** 複数の人は「みな」で終わり、文の「さん」がつくと「みなさん」になる。 */
export const notifications: Messages = {
  'notice.two': '{a}さんと{b}',
  'notice.more': '{a}さん、{b}さんほか{count}人のみな',
  'notice.one-more': '{a}さんほか{count}人のみな',
  'notice.comment': '{who}さんがノートにコメントしました',
  'notice.reply': '{who}さんがコメントに返信しました',
  'notice.mention': '{who}さんがあなたの名前を挙げました',
  'notice.like': '{who}さんがいいねしました',
  'notice.boost': '{who}さんがノートを広めました',
  'notice.follow': '{who}さんがあなたをフォローしました',
  'notice.request': '{who}さんからフォローの申し込みです',
  'notice.accepted': '{who}さんがフォローを受け入れました',
  'notice.coauthor-asked': '{who}さんから共作者のお誘いです',
  'notice.coauthor-joined': '{who}さんが共作者になりました',
  'notice.board-asked': '{who}さんから、ボードを一緒に作るお誘いです',
  'notice.board-joined': '{who}さんが、一緒にボードを作る仲間になりました',
  'notice.layer': '{who}さんがノートを別の言語に訳しました',
  'notice.comment-layer': '{who}さんがコメントを訳しました',
  'notice.layer-thanked': '{who}さんがあなたの訳にお礼を伝えました',
  'notice.mend': '{who}さんがあなたの訳の一文に別の言い方を提案しました',
  'notice.mend-taken': 'あなたの一文が訳に入りました（お礼：{who}さん）',
  'notice.picture-words': '{who}さんが画像の文字を書き出しました',
  'notice.search': '{who}が、あなたの探しているものを投稿しました',
  'notice.topics-one': '{who}の確認で、あなたが挙げた話題が一つになりました',
  'problem.searches-full': '保存できる検索は{count}件までです。先にどれかを外してください。',
}
