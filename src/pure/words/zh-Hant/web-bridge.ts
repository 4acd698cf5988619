import type { Messages } from '../index.ts'

export const webBridge: Messages = {
  'bridge.ask': '看看對方會讀到什麼',
  'bridge.more': '只把你寫的內容傳給翻譯引擎，不傳往別處',
  'bridge.there': '對方讀到的{language}（{engine} 翻譯）',
  'bridge.back': '再譯回你的語言',
  'bridge.idiom': '「{phrase}」的意思是：{meaning}。引擎常常逐字直譯。',
  'bridge.failed': '現在沒有引擎能翻譯。',
  'bridge.not-sent': '留言還沒有送出。',
}
