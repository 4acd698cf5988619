import type { Messages } from '../index.ts'

export const house: Messages = {
  'problem.bug': 'こちら側で不具合が起きました。書いたものは失われていません。また起きたら、この番号を管理人に伝えてください：{id}',
  'problem.bad-input': 'ここが合わないようです：{field}。見直してみてください。',
  'problem.bad-cursor': '一覧が新しくなりました。最初から見直してください。',
  'problem.not-found': 'ここに、見られるものはありません。',
  'problem.sign-in-needed': '先にログインしてください。書いたものは残っています。',
  'problem.not-allowed': 'このアカウントではできません。',
  'problem.missing-scope': 'このアプリには、その権限がありません（{scope}）。',
  'problem.foreign-origin': '別のサイトからの要求だったので、実行しませんでした。',
  'problem.conflict': 'ほかの人が同時に変更しました。読み込み直して確かめてください。',
  'problem.gone': 'もうここにはありません。',
  'problem.too-large': '大きすぎて受け取れません。',
  'problem.unsupported-media': 'この種類のファイルは読めません。JPEG、PNG、WebP、AVIF、GIF、HEICの画像を選んでください。',
  'problem.too-many-requests': '少し速すぎました。ひと息おいて続けてください。',
  'problem.slow-down': '少し速すぎました。{seconds}秒後に続けられます。',
  'problem.unavailable': 'この場はいま、ひと息ついています。数秒後にもう一度どうぞ。何も失われていません。',
  'problem.storage-full': 'ここのディスクがいっぱいです。読むことはできます。管理人が空きを作れば、また書けます。',
  'problem.unconfirmed': '先にメールアドレスの確認をお願いします。それまでは、読むことと下書きができます。',
}
