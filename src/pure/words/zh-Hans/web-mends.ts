import type { Messages } from '../index.ts'

/** One sentence of a layer: marked, beside its original, worded better. */
export const webMends: Messages = {
  'mend.title': '逐句看',
  'mend.lead': '哪句译得不好，就写一句更好的。机器译文里，三位两种语言都读得懂的人道谢之后，就换成你的话；作者一个人同意也够。',
  'mend.signed': '这是别人署名的译文：本人或作者同意才会改。',
  'mend.stale': '原文这里改过了',
  'mend.gone': '原文里已经没有这句',
  'mend.missing': '还没有译',
  'mend.by': '{name} 的译法',
  'mend.open': '改第 {number} 句',
  'mend.yours': '你的译法',
  'mend.licence': '许可',
  'mend.licence-text': '与原文相同',
  'mend.licence-CC0-1.0': '可随意使用（CC0）',
  'mend.propose': '提议',
  'mend.thank': '这样更好，谢谢',
  'mend.votes': { other: '{count} 人道谢' },
  'mend.proposed': '提议',
  'mend.taken': '已写进译文',
  'mend.replaced': '以前用过',
  'mend.reverted': '又换下了',
  'mend.withdraw': '撤回',
  'mend.revert': '换回原来那句',
  'mend.rest': '后面的句子',
  'mend.someone': '已离开的人',
  'mend.sides': '译文与原文，逐句对照',
}
