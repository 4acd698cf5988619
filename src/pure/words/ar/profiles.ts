import type { Messages } from '../index.ts'

export const profiles: Messages = {
  'problem.bio-length': 'هذا أطول مما يلزم: أحرف النبذة {count} على الأكثر.',
  'problem.links-count': 'الروابط {count} على الأكثر.',
  'problem.link-form': 'هذا ليس عنوان صفحة. يبدأ العنوان بـ \u2068https://\u2069 ولا تكون فيه كلمة سر.',
  'problem.link-label': 'أحرف اسم الرابط {count} على الأكثر.',
  'problem.pinned-count': 'التدوينات المثبّتة {count} على الأكثر. لا بد من إلغاء تثبيت واحدة أولًا.',
  'problem.pinned-unknown': 'لا يُثبَّت إلا ما نشرته من تدويناتك.',
}
