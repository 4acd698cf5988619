import type { Facts } from '#pure/problem/index.ts'
import { en } from './en/index.ts'
import { zhHans } from './zh-Hans/index.ts'

/** A sentence with `{name}` places, or its plural forms chosen by `{count}` (CLDR categories). */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>)
export type Messages = Record<string, Message>

/** Interface languages that are complete; `npm run check` finds missing keys. English is the one that others are held against. */
export const interfaceLanguages = ['en', 'zh-Hans'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

const books: Record<string, Messages> = { en, 'zh-Hans': zhHans }

/** The message in `locale`, else in English, else the key itself (a bug that the check finds). */
export function say(locale: string, key: string, facts: Facts = {}): string {
  return formatMessage(locale, books[locale]?.[key] ?? en[key] ?? key, facts)
}

export const messagesOf = (locale: string): Messages => books[locale] ?? en

const rules = new Map<string, Intl.PluralRules>()
const numbers = new Map<string, Intl.NumberFormat>()
const cached = <T>(map: Map<string, T>, locale: string, make: () => T): T => {
  const found = map.get(locale) ?? make()
  map.set(locale, found)
  return found
}

export function formatMessage(locale: string, message: Message, facts: Facts = {}): string {
  const count = typeof facts.count === 'number' ? facts.count : 0
  const form = typeof message === 'string' ? message : (message[cached(rules, locale, () => new Intl.PluralRules(locale)).select(count)] ?? message.other)
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = facts[name]
    if (typeof value === 'number') return cached(numbers, locale, () => new Intl.NumberFormat(locale)).format(value)
    return value === undefined ? whole : String(value)
  })
}
