import type { Messages } from '../index.ts'

export const webBridge: Messages = {
  'bridge.ask': 'كيف سيقرؤونه',
  'bridge.more': 'يرسل ما كتبته إلى محرك ترجمة ولا إلى غيره',
  'bridge.there': 'يقرؤون بلغة {language} (ترجمة {engine})',
  'bridge.back': 'وهذا هو مترجمًا إلى لغتك',
  'bridge.idiom': '«{phrase}» تعني: {meaning}. كثيرًا ما تترجمها المحركات حرفيًا.',
  'bridge.failed': 'لم يستطع أي محرك ترجمته الآن.',
  'bridge.not-sent': 'لم يُرسل تعليقك بعد.',
}
