import type { Messages } from '../index.ts'

/** 生词本：读的时候留下来学的词。 */
export const webWords: Messages = {
  'words.title': '生词本',
  'words.lead': '读的时候留下的词，和遇见它的那句话。只有你看得到。',
  'words.empty': '你的生词会在这里',
  'words.empty-more': '读到还看不懂的笔记，点一下词，再点“收进生词本”。读音、意思和那句话都会留在这里。',
  'words.empty-go': '去找点东西读',
  'words.saved': '{when}收进',
  'words.remove': '去掉 {word}',
  'words.removed': '这个词已经去掉。',
  'words.removed-one': '已去掉 {word}',
  'words.file': '下载到 Anki',
  'words.file-hint': '用制表符分列的文本文件，Anki 和各种表格软件都能打开',
  'words.more': '更早的词',
  'words.first': '最新的词',
}
