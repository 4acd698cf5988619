import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': 'ينقصنا اسم مكان، فنحن لا نخمّن مكانك.',
  'why.boosted': 'إعادة نشر من {name}',
  'why.near': 'في حدود {km} كم',
}
