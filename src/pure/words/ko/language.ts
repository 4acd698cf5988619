import type { Messages } from '../index.ts'

export const language: Messages = {
  'problem.language-unknown': '모르는 언어예요. 목록에서 골라 주세요.',
  'problem.same-language': '이미 이 언어로 쓰인 글이에요.',
  'problem.layer-exists': '이 언어판은 이미 있어요. 그것을 다듬어 주세요.',
  'problem.layers-full': '한 글에는 한 사람이 언어판을 {count}개까지만 올릴 수 있어요.',
  'problem.layer-empty': '먼저 제목이나 글을 써 주세요.',
  'problem.layer-long': '{count}자를 넘었어요.',
  'problem.boxes-count': '사진 하나에 칸은 1개에서 {count}개까지예요.',
  'problem.box-outside': '사진 밖으로 나갔거나 너무 작아 누를 수 없는 칸이 있어요.',
  'problem.box-empty': '칸마다 거기 적힌 글자가 있어야 해요.',
  'problem.not-yours': '이 언어판은 만든 사람만 고칠 수 있어요. 그 옆에 내 언어판을 더할 수 있어요.',
  'problem.own-layer': '내 언어판은 다른 사람이 평가하고, 나는 다른 사람의 것을 평가해요.',
  'problem.no-engine': '이곳에는 이 두 언어를 옮기는 번역기가 없어요. 단어를 눌러 뜻을 찾거나 언어판을 직접 더할 수 있어요.',
  'problem.text-stays-here': '공개된 글이 아니라서 번역기로 보내지 않아요.',
  'problem.words-full': '단어장에 {count}개가 있어 더 담을 수 없어요. 먼저 몇 개를 빼 주세요.',
  'problem.reads-one-side': '언어판을 평가하려면 두 언어를 모두 읽어야 해요. 읽는 언어는 설정에 있어요.',
  'problem.mend-same': '지금 있는 문장과 같아요.',
  'problem.language-unread': '그 언어를 읽는 사람만 그 언어라고 말할 수 있어요. 읽는 언어는 설정에 있어요.',
  'problem.language-named': '어떤 언어인지 글쓴이가 이미 밝혔어요.',
}
