import type { Content } from '../content.ts'
import { GrowingLists, weighted } from '../lists.ts'
import type { Scorer } from '../method.ts'
import { plainActs } from '../serving/acts.ts'
import { contentNeighbours, type Part, topicProfile } from '../serving/content-parts.ts'

/** One part of the engine by itself. */
const alone = (part: Part): Scorer => ({
  score(acts, scores) {
    const ask = part(plainActs(acts))
    for (let item = 0; item < scores.length; item++) scores[item] = ask(item)
  },
})

const termsOf = ({ terms, weights }: Content) => new GrowingLists(weighted(terms, weights))

export const topicMatch = (content: Content): Scorer => alone(topicProfile(termsOf(content), content.terms.items))
export const nearInContent = (content: Content): Scorer => alone(contentNeighbours(termsOf(content), content.terms.items))
