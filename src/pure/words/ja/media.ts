import type { Messages } from '../index.ts'

export const media: Messages = {
  'problem.picture-broken': 'この画像ファイルは壊れています。保存か書き出しをやり直して、もう一度送ってください。',
  'problem.picture-too-many-pixels': 'この画像は{count}メガピクセルを超えています。小さくして、もう一度送ってください。',
  'problem.picture-too-wide': '画像の幅と高さは{count}ピクセルまでです。',
  'problem.picture-too-many-frames': 'アニメーションは{count}コマまでです。',
  'problem.picture-too-hard': 'この画像はうまく読み取れませんでした。JPEGで保存して、もう一度送ってください。',
  'problem.heic-too-large': 'HEICの画像は{count}メガピクセルまでです。JPEGで保存して、もう一度送ってください。',
  'problem.too-many-uploads': 'まだ終わっていないアップロードがたくさんあります。終わるのを待つか、いくつか取り消してください。',
  'problem.alt-length': '画像の説明は{count}文字までです。',
  'problem.media-unknown': '画像のうち1枚が、もうここにありません。選び直してください。',
  'problem.media-taken': '画像のうち1枚は、ほかで使われています。ここでも使うには、もう一度アップロードしてください。',
  'problem.media-failed': '画像のうち1枚が読めませんでした。外すか、ほかのファイルを選んでください。',
  'problem.media-unfinished': '画像のうち1枚がまだアップロード中です。終わるまでお待ちください。',
}
