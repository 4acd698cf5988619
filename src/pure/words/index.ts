import type { Facts } from '#pure/problem/index.ts'
import { ar } from './ar/index.ts'
import { en } from './en/index.ts'
import { es } from './es/index.ts'
import { formatMessage } from './format.ts'
import { fr } from './fr/index.ts'
import { ja } from './ja/index.ts'
import { ko } from './ko/index.ts'
import { ru } from './ru/index.ts'
import { zhHans } from './zh-Hans/index.ts'
import { zhHant } from './zh-Hant/index.ts'

export { interfaceLanguages } from '#pure/lexicon/languages.ts'
export { formatMessage }

/** A sentence with `{name}` places, or its plural forms chosen by `{count}` (CLDR categories). */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>)
export type Messages = Record<string, Message>

/** Every language of the interface is complete; `npm run check` finds missing keys. English is the one that others are held against. */
const books: Record<string, Messages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant, ja, ko, es, fr, ru, ar }

/** The message in `locale`, else in English, else the key itself (a bug that the check finds). */
export function say(locale: string, key: string, facts: Facts = {}): string {
  return formatMessage(locale, books[locale]?.[key] ?? en[key] ?? key, facts)
}

export const messagesOf = (locale: string): Messages => books[locale] ?? en
