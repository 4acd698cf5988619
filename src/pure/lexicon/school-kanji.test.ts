import { expect, test } from 'vitest'
import { schoolGrade } from './school-kanji.ts'

test('each grade has as many characters as the order of 2017 says, and none twice', () => {
  const counts = new Map<number, number>()
  for (let code = 0x3400; code <= 0x2ffff; code++) {
    const grade = schoolGrade(String.fromCodePoint(code))
    if (grade !== undefined) counts.set(grade, (counts.get(grade) ?? 0) + 1)
  }
  expect([1, 2, 3, 4, 5, 6, 7].map((grade) => counts.get(grade))).toEqual([80, 160, 200, 202, 193, 191, 1_110])
})

test('of some the grade is known', () => expect(Array.from('一楽茨鬱喰', schoolGrade)).toEqual([1, 2, 4, 7, undefined]))
