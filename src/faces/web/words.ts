import { getContext, setContext } from 'svelte'
import type { Facts } from '#pure/problem/index.ts'
import { formatMessage } from '#pure/words/format.ts'
import type { Messages } from '#pure/words/index.ts'
import { version } from '$app/env'
import { baseOf } from './locale.ts'
import { agoOf, dateOf } from './time.ts'

/** Areas of words (files in pure/words/<locale>/) that every page has; the others come with the pages that name them below. */
const ALWAYS = ['web-frame', 'web-feed']
/** First part of a route's id → areas it needs beside those. Add a line when a page has words of its own. */
const BY_ROUTE: Record<string, string[]> = {
  '@[handle]': ['web-note', 'web-people', 'web-lists', 'web-mends', 'web-bridge', 'web-promises'],
  topics: ['web-people', 'web-topics'],
  'topic-proposals': ['web-topics'],
  gloss: ['web-note'],
  'sign-in': ['web-account'],
  'sign-up': ['web-account'],
  'sign-out': ['web-account'],
  'first-run': ['web-account'],
  'reset-password': ['web-account'],
  'confirm-email': ['web-account'],
  oauth: ['web-account'],
  new: ['web-note', 'web-write'],
  drafts: ['web-write'],
  notes: ['web-note', 'web-write', 'web-lists', 'web-why'],
  search: ['web-find'],
  notifications: ['web-find'],
  boards: ['web-lists'],
  lists: ['web-lists'],
  'follow-requests': ['web-lists'],
  places: ['web-lists'],
  report: ['web-lists'],
  pictures: ['web-note', 'web-layers', 'web-pictures'],
  layers: ['web-note', 'web-layers', 'web-mends'],
  words: ['web-note', 'web-words'],
  rules: ['web-lists'],
  about: ['web-lists', 'web-promises', 'web-learning'],
  settings: ['web-account', 'web-note', 'web-write', 'web-lists', 'web-settings', 'web-learning'],
  admin: ['web-account', 'web-lists', 'web-settings', 'web-engines', 'web-promises'],
}

/** The messages of one area in one language. */
type Source = (locale: string, area: string) => Promise<Messages>

/** Where the browser gets an area; the address changes with each build, so what came is kept for good. */
export const addressOf = (locale: string, area: string): string => `/interface/${version}/${locale}/${area}.json`

let source: Source = async (locale, area) => {
  const response = await fetch(addressOf(locale, area))
  if (!response.ok) throw new Error(`${area} in ${locale}: ${response.status}`)
  return response.json()
}
/** The server reads files instead. */
export const readWordsFrom = (other: Source): void => {
  source = other
}

const books = new Map<string, Messages>()
const loaded = new Set<string>()

/** Areas that the pages of a route need. */
export function areasOf(routeId: string | null): string[] {
  const first = routeId?.split('/').find((part) => part && !part.startsWith('(')) ?? ''
  return [...ALWAYS, ...(BY_ROUTE[first] ?? [])]
}

/** Loads what a page needs in the reader's language alone. Server and browser call it from the same load. */
export async function loadWords(locale: string, routeId: string | null): Promise<void> {
  const book = books.get(locale) ?? {}
  books.set(locale, book)
  const wanted = areasOf(routeId).filter((area) => !loaded.has(`${locale} ${area}`))
  await Promise.all(
    wanted.map(async (area) => {
      Object.assign(book, await source(locale, area))
      loaded.add(`${locale} ${area}`)
    }),
  )
}

export interface Words {
  locale: string
  /** The message in the reader's language, with its facts filled in. An unknown key comes back as itself. */
  t(key: string, facts?: Facts): string
  number(value: number): string
  /** 12,345 → 12K, 1.2万. */
  short(value: number): string
  /** "3 hours ago"; a date when it is older than four weeks. `iso`: time with offset. */
  ago(iso: string): string
  date(iso: string): string
  /** Name of a language in the reader's language: `zh-Hans` → Chinese. */
  language(tag: string): string
  list(items: string[]): string
}

/** Key of the context, for parts that are mounted by hand. */
export const WORDS = Symbol('words')

/** Called once, by the root layout. `now`: ms since 1970, from the server. */
export const provideWords = (locale: string, now: () => number): Words => setContext(WORDS, makeWords(locale, now))

/** `const { t } = words()` in the script of any part or page. */
export const words = (): Words => getContext<Words>(WORDS)

function makeWords(locale: string, now: () => number): Words {
  const names = new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard' })
  const numbers = new Intl.NumberFormat(locale)
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    locale,
    t: (key, facts) => formatMessage(locale, books.get(locale)?.[key] ?? key, facts),
    number: (value) => numbers.format(value),
    short: (value) => compact.format(value),
    ago: (iso) => agoOf(locale, iso, now()),
    date: (iso) => dateOf(locale, iso),
    // The script is said only where a language is written in several.
    language: (tag) => names.of(baseOf(tag) === 'zh' && !/hant/i.test(tag) ? 'zh' : tag) ?? tag,
    list: (items) => lists.format(items),
  }
}
