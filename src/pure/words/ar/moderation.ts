import type { Messages } from '../index.ts'

export const moderation: Messages = {
  'problem.forbidden-word': 'لا تسمح إدارة المكان بكلمة «{word}» هنا. يمكنك النشر من دونها، ونصك محفوظ.',
  'problem.forbidden-link': 'لا تسمح إدارة المكان بروابط إلى {host} هنا. يمكنك النشر من دونها، ونصك محفوظ.',
  'problem.reports-a-day': 'عدد البلاغات المتاح في اليوم {count}. إن كان شخص في خطر فاختيار ذلك النوع مقبول دائمًا.',
  'problem.report-unwanted': 'لم يُرسل شيء. ما لا رغبة لك في رؤيته يمكنك كتمه أو حظر كاتبه: يسري ذلك فورًا، ولك وحدك.',
  'problem.filter-term-empty': 'ليس في هذا المدخل حروف أو أرقام يُبحث عنها.',
  'problem.filter-host': 'المطلوب اسم نطاق مثل example.org.',
  'problem.filter-terms-full': 'بلغت مدخلات القائمة حدّها الأقصى: {count}. لا بد من حذف بعضها أولًا.',
  'state.processing': 'صورها قيد التجهيز',
  'state.published': 'منشورة',
  'state.author-deleted': 'حذفتها بنفسك',
}
