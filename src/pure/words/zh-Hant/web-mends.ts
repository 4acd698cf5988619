import type { Messages } from '../index.ts'

/** One sentence of a layer: marked, beside its original, worded better. */
export const webMends: Messages = {
  'mend.title': '逐句看',
  'mend.lead': '哪句譯得不好，就寫一句更好的。機器譯文裡，三位兩種語言都讀得懂的人道謝之後，就換成你的話；作者一個人同意也夠。',
  'mend.signed': '這是別人署名的譯文：本人或作者同意才會改。',
  'mend.stale': '原文這裡改過了',
  'mend.gone': '原文裡已經沒有這句',
  'mend.missing': '還沒有譯',
  'mend.by': '{name} 的譯法',
  'mend.open': '改第 {number} 句',
  'mend.yours': '你的譯法',
  'mend.licence': '授權',
  'mend.licence-text': '與原文相同',
  'mend.licence-CC0-1.0': '可隨意使用（CC0）',
  'mend.propose': '提議',
  'mend.thank': '這樣更好，謝謝',
  'mend.votes': { other: '{count} 人道謝' },
  'mend.proposed': '提議',
  'mend.taken': '已寫進譯文',
  'mend.replaced': '以前用過',
  'mend.reverted': '又換下了',
  'mend.withdraw': '撤回',
  'mend.revert': '換回原來那句',
  'mend.rest': '後面的句子',
  'mend.someone': '已離開的人',
  'mend.sides': '譯文與原文，逐句對照',
}
