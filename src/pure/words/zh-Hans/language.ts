import type { Messages } from '../index.ts'

export const language: Messages = {
  'problem.language-unknown': '我们不认识这种语言，请从列表里选一个。',
  'problem.same-language': '这段文字已经是这种语言了。',
  'problem.layer-exists': '这种语言已经有译文了，可以在它的基础上改进。',
  'problem.layers-full': '同一篇文字每人最多加 {count} 份译文，你已经加满了。',
  'problem.layer-empty': '请先写标题或正文。',
  'problem.layer-long': '超过了 {count} 个字符。',
  'problem.boxes-count': '一张图片要有 1 到 {count} 个框。',
  'problem.box-outside': '有一个框超出了图片，或者小得点不到。',
  'problem.box-empty': '每个框都要写上那里的文字。',
  'problem.not-yours': '只有译者本人能修改这份译文，你可以另外添加一份。',
  'problem.own-layer': '自己的译文由别人来评，你可以评别人的。',
  'problem.no-engine': '这里没有引擎能翻译这两种语言。你可以点词查看意思，也可以自己添加译文。',
  'problem.text-stays-here': '这段文字不公开，所以不会发给翻译引擎。',
  'problem.words-full': '生词本最多 {count} 个词，已经满了。先去掉几个。',
  'problem.reads-one-side': '两种语言都读得懂才能评译文。你读哪些语言，可以在设置里改。',
  'problem.mend-same': '这里现在就是这样写的。',
  'problem.language-unread': '读得懂一种语言，才能说一篇文字是用它写的。你读哪些语言，可以在设置里改。',
  'problem.language-named': '作者已经说明了这是哪种语言。',
}
