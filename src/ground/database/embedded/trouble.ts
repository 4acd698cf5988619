import type { Place } from './place.ts'

/**
 * Turns what went wrong into an Error whose message says what to do. A message that ends in a full stop is already
 * such a sentence and passes; the cause is kept.
 */
export function trouble(error: unknown, place: Pick<Place, 'base' | 'owner'> | undefined, dataDir: string): Error {
  const known = error instanceof Error ? error : new Error(String(error))
  const { code = '', stderr = '' } = known as { code?: string | number; stderr?: string }
  const words = `${known.message}\n${stderr}`
  const where = place?.base ?? dataDir
  const user = place ? `The user ${place.owner.name}` : 'This user'
  const say = (sentence: string) => new Error(sentence, { cause: error })
  if (/No space left|ENOSPC|Disk quota exceeded|EDQUOT/i.test(`${code} ${words}`))
    return say(`There is no room on the disk that holds ${where}: free some (a new database needs 100 MB) and start again; nothing that was saved is lost.`)
  if (/Read-only file system|EROFS/i.test(words)) return say(`${where} is on a disk that cannot be written: set DATA_DIR to a folder that can.`)
  if (/could not look up effective user|user does not exist/i.test(words))
    return say('PostgreSQL needs the running user to have a name in /etc/passwd: add one for this user id, or set DATABASE_URL to a PostgreSQL server.')
  if (/spawn\b.*\bE(PERM|INVAL)\b/.test(words))
    return say(
      `Root may not become another user here (${user.replace('The user ', '')}), and PostgreSQL does not run as root: start Commonplace as an ordinary user.`,
    )
  if (/Permission denied|EACCES|EPERM|Operation not permitted/i.test(words))
    return say(`${user} cannot reach or write ${where}: give it that folder (chown -R), or set DATA_DIR to a folder it may write.`)
  if (/shared memory segment|could not create semaphores/i.test(words))
    return say('PostgreSQL got no shared memory from this machine: end other database servers, or give the container more memory (/dev/shm, kernel.shmmax).')
  if (/password authentication failed/i.test(words))
    return say(`The file ${where}/password does not fit the database beside it: put back the one that was made with it.`)
  if (known.message.endsWith('.')) return known
  return say(`The embedded PostgreSQL in ${where} did not start. Its last words: ${lastWords(words)}.`)
}

const lastWords = (words: string): string =>
  words
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-4)
    .join(' / ')
    .replace(/\.$/, '')
