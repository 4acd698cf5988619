import { type Content, matchProfile, profileOf } from '../content.ts'
import type { Scorer } from '../method.ts'

/** How well each item's terms match those of what the reader has done, all in one profile. */
export const topicMatch = (content: Content): Scorer => ({ score: (acts, scores) => matchProfile(content, profileOf(content, acts), scores) })
