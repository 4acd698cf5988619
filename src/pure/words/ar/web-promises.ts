import type { Messages } from '../index.ts'

/** What notes are promised, and the ledger of it. */
export const webPromises: Messages = {
  'promise.title': 'ما وُعدت به',
  'promise.newcomer': 'أول ثلاث تدوينات عامة لكل قادم جديد تُعرض على غيره، وعدد المرات على الأقل: {owed}.',
  'promise.starts': 'يبدأ ذلك في {day}، حين يكمل حسابك يومًا.',
  'promise.open': 'المشاهدات حتى الآن: {given} من {owed}. الموعد: {day}.',
  'promise.paid': 'وُفي بالوعد. المشاهدات: {given} من {owed}.',
  'promise.expired': 'لم يوفَ بالوعد. المشاهدات حتى {day}: {given} من {owed}.',
  'promise.void': 'انتهى الوعد لأن التدوينة لم تعد للجميع. المشاهدات: {given} من {owed}.',
  'promise.ledger': 'سجل الوعود',
  'promise.read': 'ما يوعد به الأعضاء الجدد، وما وُفي به',
  'promise.lead':
    'أول ثلاث تدوينات عامة لكل عضو جديد تُعرض على غيره. عدد المرات على الأقل: {owed}، والمدة بالأيام: {days}. هنا كل وعد وما آل إليه، الأحدث أولًا، ولا يُذكر اسم أحد ممن شاهدوا.',
  'promise.counts':
    'ما يُحسب: أن يشاهد التدوينة فعلًا شخص أكمل حسابه يومًا أو جاء بدعوة، مرة في اليوم لكل شخص. لا يُحسب الكاتب، ولا من يبدو أنه الشخص نفسه، ولا من دعاه أو دُعي منه. والحسابات التي تبدو لشخص واحد، أو تقول الكلام نفسه، تتقاسم وعدًا واحدًا.',
  'promise.none': 'لم يوعد أحد بشيء بعد.',
  'promise.note': 'التدوينة',
  'promise.hidden': 'ليست للجميع',
  'promise.made': 'تاريخ الوعد',
  'promise.given': 'المشاهدات',
  'promise.state': 'الحالة',
  'promise.state-open': 'جارٍ',
  'promise.state-paid': 'وُفي به',
  'promise.state-expired': 'لم يوفَ به',
  'promise.state-void': 'انتهى',
  'promise.csv': 'جدولًا (CSV)',
  'promise.month': 'وعود آخر 30 يومًا',
  'promise.count': 'عدد الوعود',
  'promise.owed': 'الموعود به',
  'promise.hour': 'المشاهدات في هذه الساعة: {given}، والحد الأعلى {most}.',
}
