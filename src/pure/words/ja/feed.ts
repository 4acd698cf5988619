import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': '先に場所を選んでください。どこにいるかを、こちらで推測はしません。',
  'why.boosted': '{name}さんが広めました',
  'why.near': '{km} km以内',
}
