import { expect, test } from 'vitest'
import { typedForms, typedKeys } from './typed.ts'

test.each([
  ['摇滚', 'yaog'],
  ['後龐克', 'houpangke'],
  ['朋克', '朋'],
  ['American football', 'foot'],
  ['ラーメン', 'rame'],
  ['Café', 'cafe'],
  ['post-punk', 'post p'],
])('%s is found by typing %s', (label, typed) => {
  expect(typedKeys(label).some(({ key }) => typedForms(typed).some((form) => key.startsWith(form)))).toBe(true)
})

test.each([
  ['摇滚', 'punk'],
  ['American football', 'ball'],
])('%s is not found by typing %s', (label, typed) => {
  expect(typedKeys(label).some(({ key }) => typedForms(typed).some((form) => key.startsWith(form)))).toBe(false)
})
