import { expect, test } from 'vitest'
import { splitSentences } from './sentences.ts'

const split = (text: string, language: string) => splitSentences(text, language).map((s) => s.text)

test('sentences of several scripts', () => {
  expect(split('姐妹们！这家店真的绝绝子。人均50块？', 'zh-Hans')).toEqual(['姐妹们！', '这家店真的绝绝子。', '人均50块？'])
  expect(split('It cost 2.50 today. Nice!\nBye', 'en')).toEqual(['It cost 2.50 today.', 'Nice!', 'Bye'])
  expect(split('これは何ですか。猫です。', 'ja')).toEqual(['これは何ですか。', '猫です。'])
})

test('an unknown language is no error', () => {
  expect(split('It is. Bye.', '??')).toHaveLength(2)
  expect(split('  \n ', 'en')).toEqual([])
})

test('offsets', () => {
  expect(splitSentences('  好。 行。', 'zh')).toEqual([
    { text: '好。', start: 2, end: 4 },
    { text: '行。', start: 5, end: 7 },
  ])
})

test('titles, initials and numbers before a name do not end a sentence', () => {
  expect(split('Dr. Smith met J. R. Tolkien. They sang.', 'en')).toEqual(['Dr. Smith met J. R. Tolkien.', 'They sang.'])
  expect(split('See e.g. Berlin, i.e. Germany. No. 5 is good. No. We go.', 'en')).toEqual(['See e.g. Berlin, i.e. Germany.', 'No. 5 is good.', 'No.', 'We go.'])
  expect(split('La Sra. García canta. Vamos.', 'es')).toEqual(['La Sra. García canta.', 'Vamos.'])
})

test('quotes that go on are one sentence, those that end are not', () => {
  expect(split('"Stop!" he said. Then left.', 'en')).toEqual(['"Stop!" he said.', 'Then left.'])
  expect(split('「何これ！」と言った。すごい。', 'ja')).toEqual(['「何これ！」と言った。', 'すごい。'])
  expect(split('他说：“好。”然后走了。', 'zh-Hans')).toEqual(['他说：“好。”', '然后走了。'])
})

test('signs of CJK, several in a row, and what follows them', () => {
  expect(split('后来呢？！不知道～走吧。', 'zh-Hans')).toEqual(['后来呢？！', '不知道～走吧。'])
  expect(split('좋아요! 그래요~', 'ko')).toEqual(['좋아요!', '그래요~'])
})

test('emoji belong to the sentence they follow; alone on a line they stay alone', () => {
  expect(split('Nice! 😀🎉\n🔥🔥\nBye 👋', 'en')).toEqual(['Nice! 😀🎉', '🔥🔥', 'Bye 👋'])
  expect(split('好吃！😋😋 下次再来。', 'zh-Hans')[0]).toMatch(/^好吃！/)
})

test('an ellipsis goes on before a small letter and in Chinese', () => {
  expect(split('Wait... what? Hmm.', 'en')).toEqual(['Wait... what?', 'Hmm.'])
  expect(split('好吧……我走了。再见。', 'zh-Hans')).toEqual(['好吧……我走了。', '再见。'])
})

test('a line end always ends a sentence, whatever stands before it', () => {
  expect(split('to Mr.\r\nSmith\n\nand\n🙂', 'en')).toEqual(['to Mr.', 'Smith', 'and', '🙂'])
})
