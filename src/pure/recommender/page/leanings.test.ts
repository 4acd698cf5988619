import { expect, test } from 'vitest'
import { seeded } from '../random.ts'
import { bridgingOf, isOneSided } from './bridging.ts'
import { leaningsOf } from './leanings.ts'

const [READERS, NOTES, MET] = [120, 90, 40]
/** Two camps inside each of two languages; a third of the notes are liked by both camps, the others by one. */
function crowd(seed: number) {
  const random = seeded(seed)
  const campOf = Array.from({ length: READERS }, () => (random() < 0.65 ? 1 : -1))
  const languageOf = Array.from({ length: READERS }, () => (random() < 0.5 ? 'en' : 'zh-Hans'))
  const [readers, notes, liked]: [number[], number[], boolean[]] = [[], [], []]
  const isShared = (note: number) => note % 3 === 0
  for (let note = 0; note < NOTES; note += 1)
    for (let reader = 0; reader < READERS; reader += 1) {
      if (random() > MET / READERS) continue
      const chance = isShared(note) ? 0.5 : campOf[reader] === (note % 3 === 1 ? 1 : -1) ? 0.7 : 0.03
      readers.push(reader)
      notes.push(note)
      liked.push(random() < chance)
    }
  return { campOf, languageOf, readers, notes, liked, isShared }
}

test('readers who like the same are found on one side, whatever they read', () => {
  const { campOf, ...met } = crowd(1)
  const sides = leaningsOf(met)
  const agree = campOf.filter((camp, reader) => sides[reader] === camp).length / READERS
  expect(Math.max(agree, 1 - agree)).toBeGreaterThan(0.95)
  expect(leaningsOf(met)).toEqual(sides)
})

test('notes of one side stand in the first by languages alone, and do not once sides are learnt', () => {
  const { languageOf, readers, notes, liked, isShared } = crowd(2)
  const sides = leaningsOf({ readers, notes, liked })
  const all = Array.from({ length: NOTES }, (_, note) => {
    const at = [...notes.keys()].filter((place) => notes[place] === note)
    const ofLanguage = ['en', 'zh-Hans'].map((language) => {
      const met = at.filter((place) => languageOf[readers[place] as number] === language)
      return { language, readers: met.length, likes: met.filter((place) => liked[place]).length }
    })
    return {
      note,
      score: bridgingOf(ofLanguage)?.score ?? 0,
      isOneSided: isOneSided(at.filter((place) => liked[place]).map((place) => sides[readers[place] as number] as number)),
    }
  })
  const shared = (some: typeof all) => {
    const first = some.toSorted((a, b) => b.score - a.score).slice(0, 20)
    return first.filter(({ note }) => isShared(note)).length / first.length
  }
  expect(shared(all)).toBeLessThan(0.9)
  expect(shared(all.filter((one) => !one.isOneSided))).toBeGreaterThanOrEqual(0.95)
})

test('of few meetings, and of readers who met little, nothing is told', () => {
  const { readers, notes, liked } = crowd(3)
  const some = (list: readonly unknown[]) => list.slice(0, 59) as never
  expect(leaningsOf({ readers: some(readers), notes: some(notes), liked: some(liked) }).every((side) => side === 0)).toBe(true)
  const [stranger] = leaningsOf({ readers: [...readers.map((reader) => reader + 1), 0], notes: [...notes, 0], liked: [...liked, true] })
  expect(stranger).toBe(0)
})

test('a note is one-sided when at least six sides are known and all but one are the same', () => {
  expect(isOneSided([1, 1, 1, 1, 1])).toBe(false)
  expect(isOneSided([1, 1, 1, 1, 1, 1])).toBe(true)
  expect(isOneSided([1, 1, 1, 1, 1, -1])).toBe(true)
  expect(isOneSided([1, 1, 1, 1, -1, -1])).toBe(false)
  expect(isOneSided([0, 0, 0, 0, 0, 0, 0])).toBe(false)
})
