import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': '先に場所を選んでください。どこにいるかを、こちらで推測はしません。',
  'problem.page-not-served': 'このページはあなたに送られたものではないか、古くなっています。読み込み直してください。',
  'why.boosted': '{name}さんが広めました',
  'why.near': '{km} km以内',
  'why.time': '時間の順',
}
