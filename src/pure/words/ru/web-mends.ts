import type { Messages } from '../index.ts'

/** One sentence of a layer: marked, beside its original, worded better. */
export const webMends: Messages = {
  'mend.title': 'По предложениям',
  'mend.lead':
    'Скажите лучше то, что переведено плохо. В машинной версии ваши слова займут место прежних, когда трое читающих на обоих языках скажут спасибо; согласия автора достаточно.',
  'mend.signed': 'Это слова человека: они меняются, если согласен он или автор текста.',
  'mend.stale': 'Оригинал здесь изменился',
  'mend.gone': 'В оригинале этого больше нет',
  'mend.missing': 'Пока не переведено',
  'mend.by': 'Слова: {name}',
  'mend.open': 'Исправить предложение {number}',
  'mend.yours': 'Ваши слова',
  'mend.licence': 'Лицензия',
  'mend.licence-text': 'как у текста',
  'mend.licence-CC0-1.0': 'для любого использования (CC0)',
  'mend.propose': 'Предложить',
  'mend.thank': 'Так лучше, спасибо',
  'mend.fits': 'Всё ещё верно',
  'mend.said-fits': 'Считает, что всё ещё верно',
  'mend.votes': { one: '{count} спасибо', few: '{count} спасибо', many: '{count} спасибо', other: '{count} спасибо' },
  'mend.proposed': 'Предложено',
  'mend.taken': 'Стоит в версии',
  'mend.replaced': 'Стояло раньше',
  'mend.reverted': 'Убрано',
  'mend.withdraw': 'Отозвать',
  'mend.revert': 'Вернуть прежнее',
  'mend.rest': 'Дальше',
  'mend.someone': 'тот, кто ушёл',
  'mend.sides': 'Версия и оригинал по предложениям',
}
