import { expect, test } from 'vitest'
import { trouble } from './trouble.ts'

const place = { base: '/srv/data/postgres', owner: { name: 'postgres', uid: 101, gid: 104 } }
const said = (message: string, stderr = '') => trouble(Object.assign(new Error(message), { stderr }), place, '/srv/data').message

test.each([
  [
    'initdb failed',
    'initdb: error: could not write: No space left on device',
    'There is no room on the disk that holds /srv/data/postgres: free some (a new database needs 100 MB) and start again; nothing that was saved is lost.',
  ],
  [
    'ENOSPC: no space left on device, write',
    '',
    'There is no room on the disk that holds /srv/data/postgres: free some (a new database needs 100 MB) and start again; nothing that was saved is lost.',
  ],
  [
    "EACCES: permission denied, mkdir '/srv/data'",
    '',
    'The user postgres cannot reach or write /srv/data/postgres: give it that folder (chown -R), or set DATA_DIR to a folder it may write.',
  ],
  ["EROFS: read-only file system, mkdir '/srv/data'", '', '/srv/data/postgres is on a disk that cannot be written: set DATA_DIR to a folder that can.'],
  ['spawn EPERM', '', 'Root may not become another user here (postgres), and PostgreSQL does not run as root: start Commonplace as an ordinary user.'],
  [
    'password authentication failed for user "postgres"',
    '',
    'The file /srv/data/postgres/password does not fit the database beside it: put back the one that was made with it.',
  ],
])('%s %s', (message, stderr, sentence) => {
  expect(said(message, stderr)).toBe(sentence)
})

test('a sentence of ours passes unchanged, anything else is quoted', () => {
  expect(said('Start as alice.')).toBe('Start as alice.')
  expect(said('FATAL:  the sky fell')).toBe('The embedded PostgreSQL in /srv/data/postgres did not start. Its last words: FATAL:  the sky fell.')
})

test('before the place is known it speaks of DATA_DIR', () => {
  expect(trouble(new Error('EACCES: permission denied'), undefined, '/srv/data').message).toContain('This user cannot reach or write /srv/data:')
})
