import { feature } from '#ground/feature.ts'
import { migrations } from './migrations/index.ts'
import { routes } from './routes.ts'
import { seedTopics } from './seed.ts'
import './tables.ts'

export const topics = feature({ name: 'topics', migrations, routes, start: seedTopics })

export { zTopicBrief } from './present.ts'
export { findTopic, followedTopics, labelsOf, openTopics, seenTopics, topicBriefs, topicsByLabels, topicsByPrefix } from './queries/topics.ts'
export { resolveHashtags } from './resolve-hashtags.ts'
export type { TopicBrief } from './topic.ts'
