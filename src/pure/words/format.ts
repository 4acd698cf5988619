import type { Facts } from '#pure/problem/index.ts'
import type { Message } from './index.ts'

const rules = new Map<string, Intl.PluralRules>()
const numbers = new Map<string, Intl.NumberFormat>()
const cached = <T>(map: Map<string, T>, locale: string, make: () => T): T => {
  const found = map.get(locale) ?? make()
  map.set(locale, found)
  return found
}

/** Fills a message: plural form by `{count}`, numbers with the separators of `locale`. Alone in its file so that a page need not load every language. */
export function formatMessage(locale: string, message: Message, facts: Facts = {}): string {
  const count = typeof facts.count === 'number' ? facts.count : 0
  const form = typeof message === 'string' ? message : (message[cached(rules, locale, () => new Intl.PluralRules(locale)).select(count)] ?? message.other)
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = facts[name]
    if (typeof value === 'number') return cached(numbers, locale, () => new Intl.NumberFormat(locale)).format(value)
    return value === undefined ? whole : apart(locale, String(value))
  })
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/

/** A text that runs against the message stands in an isolate, so that it orders nothing beside it (security X6). Not addresses: they are copied. */
const apart = (locale: string, text: string): string =>
  RIGHT_TO_LEFT.test(text) === locale.startsWith('ar') || /^$|:\/\//.test(text) ? text : `\u2068${text}\u2069`
