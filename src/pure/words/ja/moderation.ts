import type { Messages } from '../index.ts'

export const moderation: Messages = {
  'problem.forbidden-word': 'ここの管理人は「{word}」という言葉を望んでいません。外してから公開してください。書いたものは残っています。',
  'problem.forbidden-link': 'ここの管理人は{host}へのリンクを望んでいません。外してから公開してください。書いたものは残っています。',
  'problem.reports-a-day': '通報は1日に{count}件までです。危険が迫っている人がいるときは、その種類を選んでください。いつでも受け付けます。',
  'problem.report-unwanted': '何も送っていません。ただ見たくないものは、ミュートするか、作者をブロックできます。すぐに効き、あなただけに効きます。',
  'problem.filter-term-empty': 'この項目には、探せる文字や数字がありません。',
  'problem.filter-host': 'example.org のようなドメインを書いてください。',
  'problem.filter-terms-full': '一覧は{count}件までです。先にいくつか外してください。',
  'state.processing': '画像を準備しています',
  'state.published': '公開中',
  'state.author-deleted': '自分で削除しました',
}
