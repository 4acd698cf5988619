import type { Messages } from '../index.ts'

export const house: Messages = {
  'problem.bug': 'حدث خلل من جهتنا، ولم يضع شيء مما لديك. إن تكرّر فهذا الرقم يفيد إدارة المكان: {id}',
  'problem.bad-input': 'هذا الجزء غير مناسب: {field}. تحسن مراجعته.',
  'problem.bad-cursor': 'تغيّرت هذه القائمة. يمكنك البدء من أولها.',
  'problem.not-found': 'ليس هنا ما يمكنك رؤيته.',
  'problem.sign-in-needed': 'هذا يحتاج إلى الدخول أولًا. ما كتبته محفوظ.',
  'problem.not-allowed': 'هذا غير متاح لحسابك.',
  'problem.missing-scope': 'لم يُمنح هذا البرنامج صلاحية ذلك ({scope}).',
  'problem.foreign-origin': 'جاء هذا الطلب من موقع آخر، فلم يُنفَّذ.',
  'problem.conflict': 'غيّر شخص آخر هذا في الوقت نفسه. تمكن إعادة التحميل للاطلاع عليه.',
  'problem.gone': 'لم يعد هذا هنا.',
  'problem.too-large': 'هذا أكبر مما نستطيع استقباله.',
  'problem.unsupported-media': 'لا نستطيع قراءة هذا النوع من الملفات. الأنواع المقبولة للصور: JPEG وPNG وWebP وAVIF وGIF وHEIC.',
  'problem.too-many-requests': 'كان ذلك سريعًا جدًا. لحظة، ثم يمكن الاستمرار.',
  'problem.slow-down': 'كان ذلك سريعًا جدًا. يمكن الاستمرار بعد {seconds} ث.',
  'problem.unavailable': 'المكان يلتقط أنفاسه. تمكن المحاولة بعد ثوانٍ، ولم يضع شيء.',
  'problem.storage-full': 'امتلأ قرص هذا المكان. القراءة متاحة، وتعود الكتابة حين تفسح الإدارة مساحة.',
  'problem.unconfirmed': 'لم يتأكد بريدك بعد. وإلى أن يتأكد تمكنك القراءة وحفظ المسودات.',
}
