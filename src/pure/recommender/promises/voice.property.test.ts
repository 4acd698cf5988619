import fc from 'fast-check'
import { expect, test } from 'vitest'
import { speak, VOICE_HOURS, type Voice } from './voice.ts'

const DAY = VOICE_HOURS * 3_600_000
const marks = fc.uniqueArray(fc.constantFrom('hour', 'device', 'mailbox', 'library'), { maxLength: 3 })
const notes = fc.array(fc.record({ author: fc.constantFrom('ana', 'bo', 'cem', 'dee'), marks, gap: fc.integer({ min: 0, max: DAY }) }), { maxLength: 60 })

/** Notes one after the other; answers which come in at once, with their moment. */
function spoken(all: readonly { author: string; marks: readonly string[]; gap: number }[]) {
  const voices = new Map<string, Voice>()
  let at = 0
  return all.flatMap(({ author, marks, gap }) => {
    at += gap
    const after = speak(marks, voices, { author, at })
    for (const [mark, voice] of after ?? []) voices.set(mark, voice)
    return after ? [{ author, marks, at }] : []
  })
}

test('of those who share a mark, in any day, never more than two come in: who had the voice and who takes it over', () => {
  fc.assert(
    fc.property(notes, (all) => {
      const heard = spoken(all)
      for (const { marks, at } of heard)
        for (const mark of marks) {
          const authors = heard.filter((other) => other.marks.includes(mark) && other.at >= at && other.at < at + DAY).map(({ author }) => author)
          expect(new Set(authors).size).toBeLessThanOrEqual(2)
        }
    }),
  )
})

test('who has no mark, or marks of their own alone, never waits', () => {
  fc.assert(
    fc.property(notes, fc.boolean(), (all, areOwn) => {
      const apart = all.map((note) => ({ ...note, marks: areOwn ? note.marks.map((mark) => `${note.author} ${mark}`) : [] }))
      expect(spoken(apart)).toHaveLength(all.length)
    }),
  )
})

test('a thousand of one hand within an hour are one; after a day it is another’s turn', () => {
  const wave = Array.from({ length: 1_000 }, (_, at) => ({ author: `f${at}`, marks: [`device-${at % 40}`, 'made-together'], gap: 3_600 }))
  expect(spoken(wave).map(({ author }) => author)).toEqual(['f0'])
  const next = { author: 'late', marks: ['made-together'], gap: DAY }
  expect(spoken([...wave, next]).map(({ author }) => author)).toEqual(['f0', 'late'])
})

test('what joins two groups waits for both, and takes no voice while it waits', () => {
  const all = [
    { author: 'ana', marks: ['device'], gap: 0 },
    { author: 'bo', marks: ['device', 'library'], gap: 1 },
    { author: 'cem', marks: ['library'], gap: 1 },
  ]
  expect(spoken(all).map(({ author }) => author)).toEqual(['ana', 'cem'])
})
