import type { Messages } from '../index.ts'

export const profiles: Messages = {
  'problem.bio-length': '長すぎます。自己紹介は{count}文字までです。',
  'problem.links-count': 'リンクは{count}件までです。',
  'problem.link-form': 'ウェブのアドレスではないようです。https:// で始まり、パスワードを含まないものにしてください。',
  'problem.link-label': 'リンクの名前は{count}文字までです。',
  'problem.pinned-count': '固定できるノートは{count}件までです。先に1件外してください。',
  'problem.pinned-unknown': '固定できるのは、公開済みの自分のノートだけです。',
}
