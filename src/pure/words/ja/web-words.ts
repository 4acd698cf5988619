import type { Messages } from '../index.ts'

/** 単語帳：読みながらためた、覚えたい単語。 */
export const webWords: Messages = {
  'words.title': '単語帳',
  'words.lead': '読みながらためた単語と、出会った文。見えるのは自分だけです。',
  'words.empty': 'ここに単語がたまります',
  'words.empty-more': 'まだ読めない言語のノートで単語をタップし、「単語を保存」を押してください。読みと意味、出てきた文がここに残ります。',
  'words.empty-go': '読むものを探す',
  'words.saved': '保存：{when}',
  'words.remove': '{word}を外す',
  'words.removed': '単語を外しました。',
  'words.removed-one': '{word}を外しました',
  'words.file': 'Anki用にダウンロード',
  'words.file-hint': 'タブ区切りのテキストファイル。Ankiや表計算ソフトで読めます',
  'words.more': '前の単語',
  'words.first': '新しい単語',
}
