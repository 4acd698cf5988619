import type { ReadingLevels } from '#pure/gloss/levels.ts'
import { canonicalLanguage } from '#pure/lexicon/languages.ts'
import { Refusal } from '#pure/problem/index.ts'
import { countGraphemes } from '#pure/text/graphemes.ts'
import { isSeen, normaliseName } from '#pure/text/normalise.ts'

/** Handles: case-insensitive, stored in lower case, never given out again (ADR 0010). */
export const HANDLE = /^[a-z0-9_]{1,30}$/
const RESERVED = new Set([
  'admin',
  'administrator',
  'moderator',
  'root',
  'system',
  'support',
  'help',
  'commonplace',
  'api',
  'about',
  'null',
  'undefined',
  'instance',
  'everyone',
  'here',
])

export const MOST_NAME_GRAPHEMES = 60
export const LEAST_PASSWORD_LENGTH = 10
export const MOST_PASSWORD_BYTES = 1024

/** Throws Refusal `handle-form` or `handle-taken`. */
export function checkHandle(text: string): string {
  const handle = text.trim().toLowerCase()
  if (!HANDLE.test(handle)) throw new Refusal('handle-form', { field: 'handle' })
  if (RESERVED.has(handle)) throw new Refusal('handle-taken', { field: 'handle' })
  return handle
}

export function checkPassword(password: string): void {
  if ([...password].length < LEAST_PASSWORD_LENGTH) throw new Refusal('password-short', { field: 'password', count: LEAST_PASSWORD_LENGTH })
  if (Buffer.byteLength(password) > MOST_PASSWORD_BYTES) throw new Refusal('password-long', { field: 'password' })
}

/** The name as it is kept. Throws Refusal `name-length` when it is too long or nothing of it can be seen. */
export function checkName(name: string): string {
  const clean = normaliseName(name)
  if (!isSeen(clean) || countGraphemes(clean) > MOST_NAME_GRAPHEMES) throw new Refusal('name-length', { field: 'name', count: MOST_NAME_GRAPHEMES })
  return clean
}

/** In the form we keep, each once, best first. Throws Refusal `language-unknown`. */
export function canonical(tags: string[], field: string): string[] {
  const languages = [...new Set(tags.map(canonicalLanguage))]
  if (languages.length === 0 || languages.includes('und')) throw new Refusal('language-unknown', { field })
  return languages
}

/** An IANA name. Throws Refusal `time-zone`. */
export function checkTimeZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    throw new Refusal('time-zone', { field: 'timeZone' })
  }
}

/** How a reader wants text shown, and what else a member sets for their own pages. */
export interface ReaderSettings {
  show: 'translation' | 'original' | 'both'
  theme: 'auto' | 'light' | 'dark'
  /** Languages of originals that are shown untranslated although another layer would come first. */
  keepOriginal: string[]
  /** How much they read of languages whose words can have small readings; none of the others. */
  levels: ReadingLevels
}

export const defaultSettings: ReaderSettings = { show: 'translation', theme: 'auto', keepOriginal: [], levels: {} }
