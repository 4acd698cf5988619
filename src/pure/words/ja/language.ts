import type { Messages } from '../index.ts'

export const language: Messages = {
  'problem.language-unknown': 'この言語はわかりません。一覧から選んでください。',
  'problem.same-language': 'この文は、もともとその言語です。',
  'problem.layer-exists': 'この言語の訳はもうあります。そちらを直してください。',
  'problem.layers-full': 'ひとつの文章に付けられる訳は、一人 {count} 件までです。',
  'problem.layer-empty': '先にタイトルか本文を書いてください。',
  'problem.layer-long': '{count}文字を超えています。',
  'problem.boxes-count': '枠は1つから{count}個までです。',
  'problem.box-outside': '画像からはみ出した枠か、小さすぎて押せない枠があります。',
  'problem.box-empty': 'どの枠にも、そこに書かれた文字が必要です。',
  'problem.not-yours': 'この訳を直せるのは、訳した本人だけです。自分の訳を並べて加えることができます。',
  'problem.own-layer': '自分の訳はほかの人が、ほかの人の訳はあなたが評価します。',
  'problem.no-engine': 'この二つの言語を訳せるエンジンがここにはありません。単語をタップして調べたり、自分で訳を加えたりできます。',
  'problem.text-stays-here': 'この文は公開されていないので、翻訳エンジンには送りません。',
  'problem.words-full': '単語帳は{count}語でいっぱいです。先にいくつか外してください。',
  'problem.reads-one-side': '訳の評価は、両方の言語を読む人ができます。読む言語は設定で選べます。',
  'problem.mend-same': 'すでにその言い方になっています。',
  'problem.language-unread': 'ある言語だと言えるのは、その言語を読む人だけです。読む言語は設定で選べます。',
  'problem.language-named': '何語かは、書いた人がすでに示しています。',
}
