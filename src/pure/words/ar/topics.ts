import type { Messages } from '../index.ts'

export const topics: Messages = {
  'problem.topic-unknown': 'لا موضوع بهذا الاسم.',
  'problem.topics-one-already': 'هما موضوع واحد أصلًا.',
  'problem.reason-missing': 'اكتب السبب بكلمات قليلة.',
  'problem.reason-long': 'هذا أطول من {count} حرفًا.',
  'problem.reads-one-label': 'يؤكّد من يقرأ اسمًا من كلا الموضوعين. لغات القراءة في الإعدادات.',
}
