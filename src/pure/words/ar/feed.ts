import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': 'ينقصنا اسم مكان، فنحن لا نخمّن مكانك.',
  'problem.page-not-served': 'لم تُرسَل هذه الصفحة إليك، أو مضى عليها وقت طويل. أعد تحميلها.',
  'why.boosted': 'إعادة نشر من {name}',
  'why.near': 'في حدود {km} كم',
  'why.time': 'بترتيب الزمن',
}
