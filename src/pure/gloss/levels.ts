/** How much of a language a member reads: 0 the first characters, 6 a newspaper. */
export const LEVELS = [0, 1, 2, 3, 4, 5, 6] as const
export type ReadingLevel = (typeof LEVELS)[number]

/** Languages whose words can have small readings. */
export const LEVELLED = ['zh', 'ja'] as const
export type LevelledLanguage = (typeof LEVELLED)[number]
export type ReadingLevels = Partial<Record<LevelledLanguage, ReadingLevel>>
