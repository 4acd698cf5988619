import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeTranslation } from './judge-translation.ts'

/** True pairs, as one writes them here. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['I did not sleep well last night.', '我昨晚没睡好。'],
  ['The noodles there are cheap and the queue is long.', '那家的面很便宜，就是排队太长。'],
  ['Radiohead and Blur played on the same evening', 'Radiohead 和 Blur 在同一个晚上演出'],
  ['lol', '哈哈哈'],
  ['Does anybody know where to buy film for an old camera in Chengdu?', '有人知道在成都哪里能买到老相机的胶卷吗？'],
  ['We met at the river, ate too much and walked home in the rain', '我们在河边碰头，吃撑了，淋着雨走回家'],
  ['hahahahahahahahahahaha', '哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈'],
  ['[[x0]] told me that [[x1]] closes at [[x2]]', '[[x0]] 告诉我 [[x1]] [[x2]] 关门'],
]
const pair = fc.constantFrom(...PAIRS)
const long = fc.constantFrom(...PAIRS.filter(([english]) => english.length > 40 && !/Radiohead|\[/.test(english)))

test('true translations pass, both ways, however often their lines are joined', () => {
  fc.assert(
    fc.property(fc.uniqueArray(pair, { minLength: 1, maxLength: 4 }), (pairs) => {
      const [english, chinese] = [0, 1].map((side) => pairs.map((one) => one[side]).join(' '))
      expect(judgeTranslation(english ?? '', chinese ?? '', 'en', 'zh-Hans')).toBeUndefined()
      expect(judgeTranslation(chinese ?? '', english ?? '', 'zh-Hans', 'en')).toBeUndefined()
    }),
  )
})

test('an answer in the language of the source is refused', () => {
  fc.assert(
    fc.property(long, long, ([english, chinese], [other, others]) => {
      expect(judgeTranslation(english, other, 'en', 'zh-Hans')).toBeDefined()
      expect(judgeTranslation(chinese, others, 'zh-Hans', 'en')).toBeDefined()
    }),
  )
})

test('a phrase over and over is refused, unless the source is like that', () => {
  fc.assert(
    fc.property(long, fc.integer({ min: 6, max: 20 }), fc.integer({ min: 2, max: 8 }), ([english, chinese], times, size) => {
      expect(judgeTranslation(english, chinese.slice(0, size).repeat(times), 'en', 'zh-Hans')).toBeDefined()
    }),
  )
})

test('what is empty, far too long, far too short or carries markup is refused for any source', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 60 }), (source) => {
      expect(judgeTranslation(source, ' \t', 'en', 'es')).toBe('empty')
      expect(judgeTranslation(source, `${source} `.repeat(30), 'en', 'es')).toBeDefined()
      expect(judgeTranslation(source, `<p>${source}</p>`, 'en', 'es')).toBe('markup')
      expect(judgeTranslation(source, `${source}&quot;`, 'en', 'es')).toBe('escapes')
      if (source.length > 80) expect(judgeTranslation(source, 'no', 'en', 'es')).toBe('short')
    }),
  )
})

test('it never throws, whatever an engine says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), fc.string({ unit: 'binary', maxLength: 2_000 }), (source, said) => {
      judgeTranslation(source, said, 'en', 'zh-Hans')
      judgeTranslation(source, said, 'ja', 'ru')
    }),
    { numRuns: 50 },
  )
})
