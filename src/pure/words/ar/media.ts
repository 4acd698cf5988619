import type { Messages } from '../index.ts'

export const media: Messages = {
  'problem.picture-broken': 'ملف هذه الصورة تالف. يمكنك حفظها أو تصديرها من جديد ثم إرسالها مرة أخرى.',
  'problem.picture-too-many-pixels': 'في هذه الصورة أكثر من {count} ميغابكسل. يمكنك تصغيرها وإرسالها من جديد.',
  'problem.picture-too-wide': 'أقصى عرض للصورة وأقصى ارتفاع لها {count} بكسل.',
  'problem.picture-too-many-frames': 'إطارات الصورة المتحركة {count} على الأكثر.',
  'problem.picture-too-hard': 'لم نتمكن من معالجة هذه الصورة. يمكنك حفظها بنوع JPEG وإرسالها من جديد.',
  'problem.heic-too-large': 'نقرأ صور HEIC حتى {count} ميغابكسل. يمكنك حفظها بنوع JPEG وإرسالها من جديد.',
  'problem.too-many-uploads': 'كثير من ملفاتك لم يكتمل رفعه بعد. يحسن انتظارها أو إلغاء بعضها أولًا.',
  'problem.alt-length': 'أحرف الوصف {count} على الأكثر.',
  'problem.media-unknown': 'إحدى هذه الصور لم تعد هنا. يمكنك اختيارها من جديد.',
  'problem.media-taken': 'إحدى هذه الصور مستعملة في موضع آخر. برفعها من جديد تُستعمل هنا أيضًا.',
  'problem.media-failed': 'تعذّرت قراءة إحدى هذه الصور. يمكنك إخراجها أو اختيار ملف آخر.',
  'problem.media-unfinished': 'إحدى هذه الصور ما زالت تُرفع. لحظات حتى تصل.',
}
