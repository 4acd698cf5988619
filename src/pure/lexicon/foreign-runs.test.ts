import { expect, test } from 'vitest'
import { foreignRuns, frameOf } from './foreign-runs.ts'

const runs = (text: string, main: string, guest: string) => foreignRuns(text, main, guest)?.map(({ start, end }) => text.slice(start, end))

test.each([
  ['这个 vibe 太 chill 了 lol', 'zh-Hans', 'en', ['vibe', 'chill', 'lol']],
  ['这个vibe太chill了', 'zh-Hans', 'en', ['vibe', 'chill']],
  ['今天 no cap, that’s it 走了', 'zh-Hans', 'en', ['no cap, that’s it']],
  ['my 爸爸 said 加油，哈哈 today', 'en', 'zh-Hans', ['爸爸', '加油，哈哈']],
  ['穿T恤，吃饭AA制，去唱卡拉OK', 'zh-Hans', 'en', []],
  ['看 @lin 的 https://example.org/vibe #chill 和 `code`', 'zh-Hans', 'en', []],
  ['сегодня very много mood', 'ru', 'en', ['very', 'mood']],
])('%s', (text, main, guest, expected) => {
  expect(runs(text, main, guest)).toEqual(expected)
})

test('languages of the same letters cannot be told apart', () => {
  expect(foreignRuns('hola my friend', 'es', 'en')).toBeUndefined()
  expect(foreignRuns('今日は火锅', 'ja', 'zh-Hans')).toBeUndefined()
})

test.each([
  ['这个 vibe 太 chill 了 lol', 'zh-Hans'],
  ['ok 我 get 到了', 'zh-Hans'],
  ['今天 mood', 'zh-Hans'],
  ['my 爸爸 said 加油 today', 'en'],
  ['the 麻辣 is real', 'en'],
])('%s is built by %s', (text, frame) => {
  expect([frameOf(text, 'en', 'zh-Hans'), frameOf(text, 'zh-Hans', 'en')]).toEqual([frame, frame])
})
