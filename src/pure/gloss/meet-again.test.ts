import fc from 'fast-check'
import { expect, test } from 'vitest'
import { begin, findWords, type Meeting, type Memory, meet, SPACING, wordKey } from './meet-again.ts'
import { createSegmenter } from './segment.ts'

const DAY = 86_400_000
const days = (memory: Memory, now: number) => (memory.due === null ? null : (memory.due - now) / DAY)

test('a word comes back after 1, 3, 7, 16 and 35 days, and then rests', () => {
  let now = 0
  let memory = begin(now)
  const spaces = [days(memory, now)]
  while (memory.due !== null) {
    now = memory.due
    memory = meet(memory, 'seen', now)
    spaces.push(days(memory, now))
  }
  expect(spaces).toEqual([1, 3, 7, 16, 35, null])
  expect(memory.meetings).toBe(5)
})

test('to know it after its note was opened counts once; to want it again begins anew', () => {
  const seen = meet(begin(0), 'seen', DAY)
  expect(meet(seen, 'knew', DAY + 5)).toEqual(seen)
  expect(meet(seen, 'again', DAY + 5)).toEqual({ step: 0, due: 2 * DAY + 5, meetings: 1 })
  expect(days(meet({ step: 5, due: null, meetings: 5 }, 'again', 0), 0)).toBe(1)
})

const story = fc.array(fc.tuple(fc.constantFrom<Meeting>('seen', 'knew', 'again'), fc.integer({ min: 0, max: 50 * DAY })))
test('whatever happens: it is due at one of the distances or rests, and meetings never exceed what happened', () => {
  fc.assert(
    fc.property(story, (meetings) => {
      let now = 0
      let memory = begin(now)
      for (const [how, later] of meetings) {
        now += later
        const before = memory
        memory = meet(memory, how, now)
        // Early meetings change nothing unless the reader asks for it.
        if (how !== 'again' && (before.due === null || before.due > now)) expect(memory).toBe(before)
        else expect([...SPACING, null]).toContain(days(memory, now))
        expect(memory.due === null).toBe(memory.step === SPACING.length)
      }
      expect(memory.meetings).toBeLessThanOrEqual(meetings.length)
    }),
  )
})

const segmenter = createSegmenter({ userWords: ['乐队'] })
const found = (text: string, language: string, ...headwords: string[]) => {
  const wanted = new Map(headwords.map((one) => [wordKey(one, language), one]))
  return findWords(text, segmenter.segment(text, { language }), language, wanted).map(({ start, end, word }) => `${word}:${text.slice(start, end)}`)
}

test('words are found as words: in both scripts, in their forms, several in a row', () => {
  expect(found('我们的乐队，乐队', 'zh-Hans', '乐队', '人')).toEqual(['乐队:乐队'])
  expect(found('樂隊在樓上', 'zh-Hant', '乐队')).toEqual(['乐队:樂隊'])
  expect(found('工人们', 'zh-Hans', '人')).toEqual([])
  expect(found('She went there, no cap', 'en', 'go', 'no cap')).toEqual(['go:went', 'no cap:no cap'])
  expect(found('Ferment the dough', 'en', 'men')).toEqual([])
  expect(found('Le café est fermé', 'fr', 'Café')).toEqual(['Café:café'])
})
