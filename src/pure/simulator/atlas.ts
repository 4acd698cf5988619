/** Languages of the world and their shares of readers and of authors. */
export const LANGUAGES = ['en', 'zh-Hans', 'es', 'ja', 'ko', 'fr'] as const
export const LANGUAGE_SHARES = [0.34, 0.24, 0.14, 0.12, 0.09, 0.07] as const

/** Where each language is at home; the first more often than the last. */
export const COUNTRIES: readonly (readonly string[])[] = [['US', 'GB', 'IN'], ['CN', 'SG'], ['MX', 'ES', 'AR'], ['JP'], ['KR'], ['FR', 'SN', 'CA']]

/** Kinds of things people care for; the first seven are the arts of the guarantee in Discover. */
export const FAMILIES = ['music', 'art', 'dance', 'cooking', 'fashion', 'photography', 'travel', 'animals', 'outdoors', 'crafts', 'games', 'books'] as const
export const ARTS = 7
export const TOPICS_EACH = 5
export const TOPICS = FAMILIES.length * TOPICS_EACH
/** Numbers of a taste that no topic names: what readers of one topic differ in. */
export const STYLES = 6
/** Topics of a note at most. */
export const NOTE_TOPICS = 3
export const NO_TOPIC = 255

export const familyOf = (topic: number): number => Math.floor(topic / TOPICS_EACH)
export const topicName = (topic: number): string => `${FAMILIES[familyOf(topic)]}-${topic % TOPICS_EACH}`
