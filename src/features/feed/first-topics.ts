import { distinctTopics, type TopicBrief, topicBriefs } from '#features/topics/index.ts'
import type { Ground } from '#ground/feature.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { Note } from '#pure/recommender/page/types.ts'
import { feedReader } from './reader.ts'
import { shelfOf } from './sources.ts'

/** What a place without notes offers too; ids of the seed. */
const BROAD = ['music', 'cooking', 'photography', 'travel', 'art', 'dance', 'fashion', 'film', 'reading', 'hiking', 'handicraft', 'language-learning']

/** Topics to begin with: first those that most people write of in the hottest notes here, then broad ones; none that the viewer follows or muted. */
export async function firstTopics(ground: Ground, viewer: Viewer, limit: number): Promise<TopicBrief[]> {
  const [{ topics, mutes }, hottest] = await Promise.all([feedReader(ground, viewer), shelfOf(ground).hottest()])
  const known = new Set([...topics, ...mutes.topics])
  const ids = [...new Set([...byAuthors(hottest), ...BROAD])].filter((id) => !known.has(id)).slice(0, limit)
  return distinctTopics(ids, await topicBriefs(ground.db.read(), ids, viewer.locale, viewerId(viewer)))
}

/** Topics of these notes, those of most people first: one who writes much chooses for nobody. */
function byAuthors(notes: readonly Note[]): string[] {
  const people = new Map<string, Set<string>>()
  for (const { author, topics } of notes) for (const topic of topics) people.set(topic, (people.get(topic) ?? new Set()).add(author))
  return [...people].sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1)).map(([topic]) => topic)
}
