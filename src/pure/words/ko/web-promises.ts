import type { Messages } from '../index.ts'

/** What notes are promised, and the ledger of it. */
export const webPromises: Messages = {
  'promise.title': '이 노트에 한 약속',
  'promise.newcomer': '새로 온 분이 처음 공개하는 노트 세 편은 다른 사람에게 적어도 {owed}번 보여요.',
  'promise.starts': '계정을 만든 지 하루가 되는 {day}에 시작돼요.',
  'promise.open': '지금까지 {given}번 보였어요. 약속은 {day}까지 {owed}번이에요.',
  'promise.paid': '약속을 지켰어요. {owed}번 가운데 {given}번 보였어요.',
  'promise.expired': '약속을 지키지 못했어요. {day}까지 {owed}번 가운데 {given}번 보였어요.',
  'promise.void': '더는 모두에게 공개된 노트가 아니라서 끝났어요. {owed}번 가운데 {given}번 보였어요.',
  'promise.ledger': '약속 장부',
  'promise.read': '새 회원에게 한 약속과 그 결과',
  'promise.lead':
    '새 회원이 처음 공개하는 노트 세 편은 {days}일 안에 다른 사람에게 적어도 {owed}번 보여요. 모든 약속과 그 결과를 새것부터 여기에 적어요. 본 사람의 이름은 적지 않아요.',
  'promise.counts':
    '세는 법: 만든 지 하루가 지났거나 초대받은 사람이 노트를 정말로 보았을 때, 한 사람에 하루 한 번이에요. 글쓴이 자신과 같은 사람으로 보이는 계정, 서로 초대한 사이는 세지 않아요. 한 사람의 것으로 보이거나 같은 내용을 올리는 계정들은 약속 하나를 나눠 가져요.',
  'promise.none': '아직 약속이 없어요.',
  'promise.note': '노트',
  'promise.hidden': '모두에게 공개되지 않음',
  'promise.made': '약속한 날',
  'promise.given': '보인 횟수',
  'promise.state': '상태',
  'promise.state-open': '진행 중',
  'promise.state-paid': '지킴',
  'promise.state-expired': '지키지 못함',
  'promise.state-void': '끝남',
  'promise.csv': '표로 받기(CSV)',
  'promise.month': '지난 30일의 약속',
  'promise.count': '약속 수',
  'promise.owed': '약속한 횟수',
  'promise.hour': '이번 한 시간 동안 {given}번(많아야 {most}번).',
}
