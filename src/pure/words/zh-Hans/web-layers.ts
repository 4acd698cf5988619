import type { Messages } from '../index.ts'

/** 给别人的文字写译文。 */
export const webLayers: Messages = {
  'layering.title': '用你的话来译',
  'layering.lead': '你的译文会代替机器的，署你的名；原文一直在旁边。',
  'layering.into': '译成',
  'layering.heading': '标题',
  'layering.body': '正文',
  'layering.warning': '提醒',
  'layering.from-machine': '下面是机器（{engine}）译的，哪里不对就改哪里。',
  'layering.from-other': '{name} 已经译过这种语言，你的会和它并排。',
  'layering.mine': '这是你现在的译文。',
  'layering.show': '查看',
  'layering.delete': '删除我的译文',
}
