import type { Messages } from '../index.ts'

/** One sentence of a layer: marked, beside its original, worded better. */
export const webMends: Messages = {
  'mend.title': '문장별로 보기',
  'mend.lead': '어색한 문장을 더 낫게 써 주세요. 기계 번역에서는 두 언어를 읽는 사람 세 명이 고맙다고 하면 그 문장으로 바뀌어요. 글쓴이라면 혼자서도 충분해요.',
  'mend.signed': '이름을 걸고 쓴 번역이에요. 그 사람이나 글쓴이가 동의하면 바뀌어요.',
  'mend.stale': '원문의 이 부분이 바뀌었어요',
  'mend.gone': '원문에 더는 없는 문장이에요',
  'mend.missing': '아직 번역이 없어요',
  'mend.by': '{name} 님의 문장',
  'mend.open': '{number}번째 문장 고치기',
  'mend.yours': '내가 쓴 문장',
  'mend.licence': '라이선스',
  'mend.licence-text': '원문과 같음',
  'mend.licence-CC0-1.0': '자유롭게 사용(CC0)',
  'mend.propose': '제안하기',
  'mend.thank': '더 좋아요, 고마워요',
  'mend.votes': { other: '고마움 {count}' },
  'mend.proposed': '제안',
  'mend.taken': '번역에 들어감',
  'mend.replaced': '예전 문장',
  'mend.reverted': '다시 뺌',
  'mend.withdraw': '거두기',
  'mend.revert': '이전 문장으로',
  'mend.rest': '다음 문장',
  'mend.someone': '떠난 사람',
  'mend.sides': '번역과 원문, 문장별로',
}
