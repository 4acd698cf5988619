import { expect, test } from 'vitest'
import { isRedirectUri, readScopes } from './program.ts'

test.each([
  'https://phone.example/back',
  'https://elk.example/api/x/oauth/https%3A%2F%2Fa',
  'http://localhost:8080/back',
  'http://127.0.0.1/',
  'http://[::1]:9/x',
  'org.example.app:/back',
  'myapp://back',
])('%s may be called back', (uri) => {
  expect(isRedirectUri(uri)).toBe(true)
})

test.each([
  '',
  '/back',
  '//evil.org',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,x',
  'http://evil.org/back',
  'http://localhost.evil.org/',
  'https://a@evil.org/',
  'https://x.org/#a',
  'https://x.org/#',
  'https://x.org/\r\nset-cookie: a',
  'https://x.org\\@evil.org',
  'blob:https://x.org/1',
  'file:///etc/passwd',
])('%j may not', (uri) => {
  expect(isRedirectUri(uri)).toBe(false)
})

test('scopes are ours, each once', () => {
  expect(readScopes('read  write read')).toEqual(['read', 'write'])
  expect(() => readScopes('read everything')).toThrow('unknown-scope')
  expect(() => readScopes(' ')).toThrow('unknown-scope')
})
