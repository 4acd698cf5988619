import type { Messages } from '../index.ts'

/** Why a note is where it is. */
export const webWhy: Messages = {
  'why.topic': 'من متابعاتك: {topic}',
  'why.person': 'من متابعاتك: {name}',
  'why.new': 'جديدة هنا',
  'why.quality': 'نالت إعجاب الناس هنا',
  'why.title': 'لماذا هذه التدوينة؟',
  'why.lead': 'موضعها في صفحة الاكتشاف، مفصّلًا. مجموع الأجزاء هو الكل.',
  'why.part-note': 'التدوينة نفسها',
  'why.part-topic': 'موضوع من متابعاتك',
  'why.part-person': 'شخص من متابعاتك',
  'why.part-readable': 'لغتها من لغات قراءتك',
  'why.note-more': 'جودتها {quality}، من الإعجاب والحفظ والتعليق وإعادة النشر. نُشرت {age}، وبقي لها من ذلك {freshness}.',
  'why.change': 'تغيير ذلك',
  'why.follow-topic': 'متابعة {topic}',
  'why.unfollow-topic': 'إلغاء متابعة {topic}',
  'why.mute-topic': 'كتم {topic}',
  'why.unmute-topic': 'رفع الكتم عن {topic}',
  'why.mute-person': 'كتم {name}',
  'why.unmute-person': 'رفع الكتم عن {name}',
  'why.ranking': 'كيف تُرتَّب صفحة الاكتشاف',
  'why.guest': 'صفحة الاكتشاف واحدة لكل من لم يسجّل دخوله.',
}
