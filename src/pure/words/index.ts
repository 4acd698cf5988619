import type { Facts } from '#pure/problem/index.ts'
import { en } from './en/index.ts'
import { formatMessage } from './format.ts'
import { zhHans } from './zh-Hans/index.ts'

export { formatMessage }

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
