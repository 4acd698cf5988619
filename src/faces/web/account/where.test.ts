import { expect, test } from 'vitest'
import { whereTo } from './where.ts'

const from = (back: string): string => whereTo(new URL(`http://here.invalid/sign-in?back=${encodeURIComponent(back)}`))

test('one comes back to paths of this site alone', () => {
  expect(from('/@lin/1?sort=old#c-2')).toBe('/@lin/1?sort=old#c-2')
  for (const evil of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a\r\nlocation: //evil',
    'javascript:alert(1)',
    '\\evil',
    '/\t/evil.example',
  ])
    expect(from(evil)).toBe('/')
})

test('signing in never leads back to signing in', () => {
  expect(from('/sign-in?back=%2F')).toBe('/')
  expect(from('/sign-up')).toBe('/')
  expect(from('/settings')).toBe('/settings')
})
