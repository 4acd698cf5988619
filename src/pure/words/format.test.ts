import { expect, test } from 'vitest'
import { formatMessage } from './format.ts'

const FIRST = '\u2068'
const POP = '\u2069'

test.each([
  ['en', '{name} replied', { name: 'Lin' }, 'Lin replied'],
  ['en', '{name} replied', { name: '林' }, '林 replied'],
  ['en', '{name} (3)', { name: 'نور' }, `${FIRST}نور${POP} (3)`],
  ['ar', 'ردّ {name}', { name: 'نور' }, 'ردّ نور'],
  ['ar', 'ردّ {name} (3)', { name: 'Lin' }, `ردّ ${FIRST}Lin${POP} (3)`],
  ['ar', 'افتح {link}', { link: 'https://example.org/x' }, 'افتح https://example.org/x'],
  ['ar', '{name}', { name: '' }, ''],
  ['en', '{count} of {name}', { count: 1200, name: 'x' }, '1,200 of x'],
])('%s: %s with %j, isolated when it runs against the message (X6)', (locale, message, facts, expected) => {
  expect(formatMessage(locale, message, facts)).toBe(expected)
})
