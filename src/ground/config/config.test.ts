import { expect, test } from 'vitest'
import { readConfig, type WrongSettings } from './index.ts'

const sentencesOf = (settings: Record<string, string>): string[] => {
  try {
    readConfig({}, settings)
    return []
  } catch (error) {
    return (error as WrongSettings).sentences
  }
}

test.each([
  'media.example.org',
  'https://media.example.org/files',
  'https://media.example.org/?',
  'https://me@media.example.org',
  'ftp://media.example.org',
  '*',
])('MEDIA_ORIGIN %s is no origin, and the start says so in one sentence (U1)', (address) => {
  expect(sentencesOf({ MEDIA_ORIGIN: address })).toEqual([
    `MEDIA_ORIGIN must be an origin such as https://media.example.org, without a path, but it is "${address}".`,
  ])
})

test('the host for media is another one than that of the cookies (U1)', () => {
  expect(sentencesOf({ ORIGIN: 'https://example.org', MEDIA_ORIGIN: 'https://example.org:8443' })).toEqual([
    'MEDIA_ORIGIN must have another host name than ORIGIN: a picture must not lie where the cookies are.',
  ])
  expect(sentencesOf({ MEDIA_ORIGIN: 'http://localhost:3001' })).toHaveLength(1)
  expect(readConfig({}, { ORIGIN: 'https://example.org', MEDIA_ORIGIN: 'https://Media.example.org/' }).MEDIA_ORIGIN).toBe('https://media.example.org')
  expect(readConfig({}, {}).MEDIA_ORIGIN).toBeUndefined()
})

test.each([
  [{}, true],
  [{ PORT: '4000', HOST: 'localhost', ORIGIN: 'http://127.0.0.1:4000' }, true],
  [{ HOST: '::1', ORIGIN: 'http://[::1]:3000' }, true],
  [{ HOST: '0.0.0.0' }, false],
  [{ HOST: '127.0.0.1', ORIGIN: 'https://example.org' }, false],
  [{ ORIGIN: 'https://127.example.org' }, false],
  [{ TRUST_PROXY: 'on' }, false],
])('with %j only this machine can reach the place: %s; else nobody signs up unasked', (settings: Record<string, string>, loopback) => {
  expect(readConfig({}, settings)).toMatchObject({ loopback, registration: loopback ? 'open' : 'approval' })
})

test('limits per account are lifted only where every request comes from this machine', () => {
  expect(readConfig({}, { RATE_LIMITS: 'off', ORIGIN: 'http://a.example' }).unlimited).toBe(true)
  for (const open of [{ RATE_LIMITS: 'on' }, { HOST: '0.0.0.0' }, { TRUST_PROXY: 'on' }])
    expect(readConfig({}, { RATE_LIMITS: 'off', ...open }).unlimited).toBe(false)
})
