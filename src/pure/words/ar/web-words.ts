import type { Messages } from '../index.ts'

/** My words: what a reader keeps to learn. */
export const webWords: Messages = {
  'words.title': 'كلماتي',
  'words.lead': 'كلمات حفظتها أثناء القراءة، مع الجملة التي صادفتها فيها. لا يراها أحد غيرك.',
  'words.empty': 'هنا ستكون كلماتك',
  'words.empty-more': 'في تدوينة بلغة جديدة عليك، النقر على كلمة ثم على «حفظ الكلمة» يبقيها هنا مع نطقها ومعانيها والجملة التي وردت فيها.',
  'words.empty-go': 'البحث عن شيء للقراءة',
  'words.saved': 'حُفظت {when}',
  'words.remove': 'إخراج {word}',
  'words.removed': 'أُخرجت الكلمة.',
  'words.removed-one': 'أُخرجت {word}',
  'words.file': 'تنزيل لبرنامج Anki',
  'words.file-hint': 'ملف نصي أعمدته مفصولة بعلامات جدولة، يقرؤه Anki وأي برنامج جداول',
  'words.more': 'كلمات أقدم',
  'words.first': 'أحدث الكلمات',
}
