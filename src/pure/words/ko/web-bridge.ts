import type { Messages } from '../index.ts'

export const webBridge: Messages = {
  'bridge.ask': '상대에게 어떻게 읽힐까',
  'bridge.more': '쓴 글을 번역 엔진에만 보냅니다',
  'bridge.there': '상대가 읽는 {language}({engine})',
  'bridge.back': '다시 내 언어로 옮기면',
  'bridge.idiom': '“{phrase}”의 뜻: {meaning}. 엔진은 글자 그대로 옮기기 쉽습니다.',
  'bridge.failed': '지금은 번역할 수 있는 엔진이 없습니다.',
  'bridge.not-sent': '댓글은 아직 보내지 않았습니다.',
}
