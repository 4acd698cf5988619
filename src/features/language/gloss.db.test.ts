import { afterAll, beforeAll, expect, test } from 'vitest'
import { anonymous } from '#ground/http/viewer.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { glossWord, wordsOf } from './gloss/gloss-word.ts'
import { loadDictionary } from './gloss/load-dictionary.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
test('x', async () => {
  console.time('load')
  await loadDictionary(house.ground)
  console.timeEnd('load')
  console.time('again')
  await loadDictionary(house.ground)
  console.timeEnd('again')
  for (const [t, o, l, v] of [
    ['这个 vibe 太 chill 了', 0, 'zh-Hans', 'en'],
    ['这个 vibe 太 chill 了', 3, 'zh-Hans', 'zh-Hans'],
    ['这个 vibe 太 chill 了', 10, 'zh-Hans', 'zh-Hans'],
    ['小红书上的后朋克乐队', 1, 'zh-Hans', 'en'],
    ['小红书上的后朋克乐队', 6, 'zh-Hans', 'en'],
    ['The bands were great', 5, 'en', 'zh-Hans'],
    ['我們在銀行', 4, 'zh-Hant', 'en'],
  ] as const) {
    const s = performance.now()
    const g = await glossWord(house.ground, anonymous(v), { text: t, language: l }, o)
    console.log(Math.round(performance.now() - s), JSON.stringify(g).slice(0, 700))
  }
  console.time('words')
  console.log((await wordsOf(house.ground, anonymous('en'), { text: '小红书上的后朋克乐队 vibe 太好了', language: 'zh-Hans' })).map((w) => w.text))
  console.timeEnd('words')
})
