import { expect, test } from 'vitest'
import { romanizeKorean } from './korean.ts'

test.each([
  ['독립문', 'dongnimmun'],
  ['신라', 'silla'],
  ['학교에', 'hakgyoe'],
  ['서울 지하철', 'seoul jihacheol'],
  ['ㄱab', null],
  ['東京', null],
  ['', null],
])('%s is said %s', (word, said) => expect(romanizeKorean(word)).toBe(said))
