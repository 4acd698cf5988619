import type { Messages } from '../index.ts'

export const topics: Messages = {
  'problem.topic-unknown': 'その名前の話題はありません。',
  'problem.topics-one-already': 'すでに一つの話題です。',
  'problem.reason-missing': '理由を一言書いてください。',
  'problem.reason-long': '{count}文字を超えています。',
  'problem.reads-one-label': '確かめるには、両方の名前を読める必要があります。読む言語は設定で変えられます。',
}
