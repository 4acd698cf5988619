import type { Messages } from '../index.ts'

export const language: Messages = {
  'problem.language-unknown': 'لا نعرف هذه اللغة. يمكنك اختيار واحدة من القائمة.',
  'problem.same-language': 'النص مكتوب بهذه اللغة أصلًا.',
  'problem.layer-exists': 'توجد صيغة بهذه اللغة بالفعل. يمكنك تحسينها.',
  'problem.layers-full': 'أضفت {count} صيغ لهذا النص، وهذا أقصى ما يمكن لشخص واحد.',
  'problem.layer-empty': 'لم يُكتب بعد عنوان ولا نص.',
  'problem.layer-long': 'هذا أطول من الحد الأقصى للأحرف: {count}.',
  'problem.boxes-count': 'تتسع الصورة لمربع واحد حتى {count} من المربعات.',
  'problem.box-outside': 'أحد المربعات خارج الصورة، أو أصغر من أن يُلمس.',
  'problem.box-empty': 'كل مربع يحتاج إلى الكلمات المكتوبة فيه.',
  'problem.not-yours': 'لا يغيّر هذه الصيغة إلا من كتبها. يمكنك إضافة صيغتك إلى جانبها.',
  'problem.own-layer': 'صيغك يقيّمها الآخرون، ولك تقييم صيغهم.',
  'problem.no-engine': 'لا محرّك هنا يترجم بين هاتين اللغتين. يمكنك النقر على الكلمات لمعرفة معناها، أو إضافة صيغة بنفسك.',
  'problem.text-stays-here': 'هذا النص غير عام، فلا يُرسل إلى محرّك ترجمة.',
  'problem.words-full': 'بلغت كلماتك المحفوظة حدّها الأقصى: {count}. لا بد من إخراج بعضها أولًا.',
  'problem.reads-one-side': 'تقييم الصيغة يحتاج إلى قراءة اللغتين معًا. اللغات التي لك قراءتها محددة في الإعدادات.',
  'problem.mend-same': 'هذا هو المكتوب هنا أصلًا.',
  'problem.language-unread': 'تحديد لغة النص يحتاج إلى قراءة تلك اللغة. اللغات التي لك قراءتها محددة في الإعدادات.',
  'problem.language-named': 'لغة النص محددة من كاتبه.',
}
