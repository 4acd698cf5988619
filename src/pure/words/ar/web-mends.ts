import type { Messages } from '../index.ts'

/** One sentence of a layer: marked, beside its original, worded better. */
export const webMends: Messages = {
  'mend.title': 'جملة جملة',
  'mend.lead': 'اكتب ما هو أحسن من جملة لم تُنقل جيدًا. في صيغة الآلة تحلّ كلماتك محلّها حين يشكرك ثلاثة يقرؤون اللغتين، وموافقة صاحب النص وحدها تكفي.',
  'mend.signed': 'هذه كلمات شخص باسمه: تتغيّر إن وافق هو أو صاحب النص.',
  'mend.stale': 'تغيّر الأصل هنا',
  'mend.gone': 'لم يعد هذا في الأصل',
  'mend.missing': 'لم تُترجم بعد',
  'mend.by': 'كلمات {name}',
  'mend.open': 'إصلاح الجملة {number}',
  'mend.yours': 'كلماتك',
  'mend.licence': 'الرخصة',
  'mend.licence-text': 'رخصة النص',
  'mend.licence-CC0-1.0': 'حرة لكل استعمال (CC0)',
  'mend.propose': 'اقتراح',
  'mend.thank': 'هذا أحسن، شكرًا',
  'mend.votes': { zero: 'لا شكر', one: 'شكر واحد', two: 'شكران', few: '{count} شكر', many: '{count} شكرًا', other: '{count} شكر' },
  'mend.proposed': 'مقترحة',
  'mend.taken': 'في الصيغة الآن',
  'mend.replaced': 'كانت هنا من قبل',
  'mend.reverted': 'أُزيلت',
  'mend.withdraw': 'سحب',
  'mend.revert': 'إرجاع ما كان هنا',
  'mend.rest': 'الجمل التالية',
  'mend.someone': 'شخص غادر',
  'mend.sides': 'الصيغة والأصل جملة جملة',
}
