import { feature } from '#ground/feature.ts'
import './events.ts'
import { exportTopics } from './export-topics.ts'
import { keepNames } from './kept-names.ts'
import { migrations } from './migrations/index.ts'
import { deleteFollowsOf } from './queries/follows.ts'
import { forgetAnswers } from './queries/proposals.ts'
import { forgetWriter } from './queries/seen.ts'
import { forgetSightings } from './queries/sides.ts'
import { proposalRoutes } from './routes/proposals.ts'
import { topicRoutes } from './routes/topics.ts'
import { findSame, findSameJob } from './same/find-same.ts'
import { proposalSubject } from './same/subject.ts'
import { seedTopics } from './seed.ts'
import './tables.ts'

export const topics = feature({
  name: 'topics',
  migrations,
  routes: [...topicRoutes, ...proposalRoutes],
  async start(ground) {
    await seedTopics(ground)
    await keepNames(ground)
  },
  jobs: (ground) => [findSameJob(ground)],
  on: { 'topics.opened': (ground, { payload }) => findSame(ground, payload.topicIds) },
  subjects: { 'topic-proposal': proposalSubject },
  exports: { topics: { export: exportTopics } },
  async forget(tx, member) {
    await deleteFollowsOf(tx, member)
    await forgetAnswers(tx, member)
    await forgetSightings(tx, member)
    await forgetWriter(tx, member)
  },
})

export { openTopics } from './open-topics.ts'
export { zTopicBrief } from './present.ts'
export { followedTopics } from './queries/follows.ts'
export { headsOfTopics, oneWith } from './queries/groups.ts'
export { topicsByPrefix } from './queries/keys.ts'
export { keepSightings } from './queries/sides.ts'
export { findTopic, headsSeen, labelsOf, topicBriefs, topicChips, topicsByLabels } from './queries/topics.ts'
export { resolveHashtags } from './resolve-hashtags.ts'
export { type UsedTogether, weighPairs } from './same/find-same.ts'
export { distinctTopics, type TopicBrief } from './topic.ts'
