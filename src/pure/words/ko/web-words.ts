import type { Messages } from '../index.ts'

/** 단어장: 읽으며 배우려고 담아 둔 단어. */
export const webWords: Messages = {
  'words.title': '단어장',
  'words.lead': '읽으면서 담은 단어와 그 단어를 만난 문장이에요. 나만 볼 수 있어요.',
  'words.empty': '담은 단어가 여기에 모여요',
  'words.empty-more': '아직 읽지 못하는 노트에서 단어를 누르고 ‘단어 담기’를 눌러 보세요. 읽는 법과 뜻, 그 단어가 있던 문장이 함께 남아요.',
  'words.empty-go': '읽을거리 찾기',
  'words.saved': '{when} 담음',
  'words.remove': '‘{word}’ 빼기',
  'words.removed': '단어를 뺐어요.',
  'words.removed-one': '‘{word}’ 단어를 뺐어요',
  'words.file': 'Anki용으로 받기',
  'words.file-hint': '열을 탭으로 나눈 텍스트 파일이에요. Anki와 스프레드시트에서 열 수 있어요',
  'words.more': '이전 단어',
  'words.first': '최근 단어',
}
