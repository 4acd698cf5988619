import { languages } from '#pure/lexicon/languages.ts'

/** Languages one can say one reads or writes, each by its own name; the first ten are shown at once. */
export const ownNames: readonly { code: string; name: string }[] = languages
export const FIRST_SHOWN = 10
const names = new Map(languages.map((one) => [one.code, one.name]))
export const ownName = (code: string): string => names.get(code) ?? code
