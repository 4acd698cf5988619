import { expect, test } from 'vitest'
import { isEmail } from './email.ts'

test.each(['lin@example.org', 'a.b+list@mail.example.co', 'LIN_1@xn--fsq.xn--0zwm56d', 'dana@localhost'])('%s is an address', (email) => {
  expect(isEmail(email)).toBe(true)
})

test.each([
  '',
  'lin',
  '@example.org',
  'lin@',
  'a@b@c.org',
  '"lin"@example.org',
  'lin(comment)@example.org',
  'lin@example.org,eve@evil.org',
  'lin@example.org;eve@evil.org',
  'lin@example.org\r\nBcc: eve@evil.org',
  'lin\0@example.org',
  'Lin <lin@example.org>',
  'lin@[127.0.0.1]',
  'lin@-x.org',
  'lin@x..org',
  '.lin@x.org',
  'lin.@x.org',
  'a..b@x.org',
  'lin@exa_mple.org',
  'lin%evil.org@example.org',
  'lin!x@example.org',
  `${'a'.repeat(65)}@x.org`,
  `a@${'b.'.repeat(130)}org`,
  'lín@example.org',
  'lin@例子.org',
])('%j is not', (email) => {
  expect(isEmail(email)).toBe(false)
})
