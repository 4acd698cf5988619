import { feature } from '#ground/feature.ts'
import './events.ts'
import { exportTopics } from './export-topics.ts'
import { migrations } from './migrations/index.ts'
import { deleteFollowsOf } from './queries/follows.ts'
import { forgetAnswers } from './queries/proposals.ts'
import { proposalRoutes } from './routes/proposals.ts'
import { topicRoutes } from './routes/topics.ts'
import { proposalSubject } from './same/subject.ts'
import { seedTopics } from './seed.ts'
import './tables.ts'

export const topics = feature({
  name: 'topics',
  migrations,
  routes: [...topicRoutes, ...proposalRoutes],
  start: seedTopics,
  subjects: { 'topic-proposal': proposalSubject },
  exports: { topics: { export: exportTopics } },
  async forget(tx, member) {
    await deleteFollowsOf(tx, member)
    await forgetAnswers(tx, member)
  },
})

export { zTopicBrief } from './present.ts'
export { followedTopics } from './queries/follows.ts'
export { headsOfTopics, oneWith } from './queries/groups.ts'
export { findTopic, headsSeen, labelsOf, openTopics, topicBriefs, topicsByLabels, topicsByPrefix } from './queries/topics.ts'
export { resolveHashtags } from './resolve-hashtags.ts'
export { distinctTopics, type TopicBrief } from './topic.ts'
