import type { Messages } from '../index.ts'

export const webBridge: Messages = {
  'bridge.ask': '看看对方会读到什么',
  'bridge.more': '只把你写的内容发给翻译引擎，不发往别处',
  'bridge.there': '对方读到的{language}（{engine} 翻译）',
  'bridge.back': '再译回你的语言',
  'bridge.idiom': '“{phrase}”的意思是：{meaning}。引擎常常逐字直译。',
  'bridge.failed': '现在没有引擎能翻译。',
  'bridge.not-sent': '评论还没有发出。',
}
