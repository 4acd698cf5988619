import type { Messages } from '../index.ts'

/** Nouns in place of verbs: {who} may be a woman, a man or several, and always follows a preposition or a noun. */
export const notifications: Messages = {
  'notice.two': '{a} و{b}',
  'notice.more': {
    zero: '{a} و{b}',
    one: '{a} و{b} وشخص آخر',
    two: '{a} و{b} وشخصين آخرين',
    few: '{a} و{b} و{count} أشخاص آخرين',
    many: '{a} و{b} و{count} شخصًا آخر',
    other: '{a} و{b} و{count} شخص آخر',
  },
  'notice.one-more': {
    zero: '{a}',
    one: '{a} وشخص آخر',
    two: '{a} وشخصين آخرين',
    few: '{a} و{count} أشخاص آخرين',
    many: '{a} و{count} شخصًا آخر',
    other: '{a} و{count} شخص آخر',
  },
  'notice.comment': 'تعليق على تدوينتك من {who}',
  'notice.reply': 'ردّ على تعليقك من {who}',
  'notice.mention': 'ورد ذكرك في كلام {who}',
  'notice.like': 'إعجاب من {who}',
  'notice.boost': 'إعادة نشر لتدوينتك من {who}',
  'notice.follow': 'متابعة جديدة من {who}',
  'notice.request': 'طلب متابعة من {who}',
  'notice.accepted': 'قبول لطلب متابعتك من {who}',
  'notice.coauthor-asked': 'دعوة إلى المشاركة في الكتابة من {who}',
  'notice.coauthor-joined': 'قبول المشاركة في الكتابة من {who}',
  'notice.board-asked': 'دعوة إلى العناية بلوحة من {who}',
  'notice.board-joined': 'انضمام إلى لوحتك من {who}',
  'notice.layer': 'صيغة لتدوينتك بلغة أخرى من {who}',
  'notice.comment-layer': 'ترجمة لتعليقك من {who}',
  'notice.search': '{who}: جديد عمّا تبحث عنه',
  'problem.searches-full': 'بلغت عمليات البحث المحفوظة حدّها الأقصى: {count}. لا بد من إزالة واحدة أولًا.',
}
