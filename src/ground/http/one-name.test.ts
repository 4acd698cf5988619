import { expect, test } from 'vitest'
import { underItsName } from './one-name.ts'

const asked = (host: string, { method = 'GET', url = '/search?q=a', origin = 'http://localhost:3000', loopback = true } = {}) =>
  underItsName({ method, url, headers: { host } }, { origin, loopback })

test('a page asked for under another name of this machine is under its own', () => {
  expect(asked('127.0.0.1:3000')).toBe('http://localhost:3000/search?q=a')
  expect(asked('[::1]:3000', { method: 'HEAD', url: '/' })).toBe('http://localhost:3000/')
  expect(asked('localhost:4000', { origin: 'http://127.0.0.1:4000' })).toBe('http://127.0.0.1:4000/search?q=a')
  expect(asked('127.0.0.1', { origin: 'http://localhost' })).toBe('http://localhost/search?q=a')
  expect(asked('127.0.0.1:3000', { url: '//evil.example/' })).toBe('http://localhost:3000//evil.example/')
})

test.each([
  ['its own name', 'localhost:3000', {}],
  ['another port, which leads here from elsewhere', '127.0.0.1:8080', {}],
  ['another machine', 'evil.example:3000', {}],
  ['what looks like this machine', '127.0.0.1.evil.example:3000', {}],
  ['what changes something', '127.0.0.1:3000', { method: 'POST' }],
  ['a place that others reach', '127.0.0.1:3000', { loopback: false }],
  ['a place behind https', '127.0.0.1:443', { origin: 'https://localhost' }],
  ['a whole address', '127.0.0.1:3000', { url: 'http://evil.example/' }],
])('nothing is sent elsewhere for %s', (_what, host, more) => {
  expect(asked(host, more)).toBeNull()
})
