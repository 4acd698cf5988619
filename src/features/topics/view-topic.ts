import type { z } from 'zod'
import type { Reader } from '#ground/database/index.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import { notFound } from '#pure/problem/index.ts'
import type { zTopicView } from './present.ts'
import { findTopic, isFollowing, labelsOf, linksOf, topicBriefs } from './queries/topics.ts'
import { briefOf, type TopicBrief } from './topic.ts'

/** A topic with all its names and neighbours. Throws Refusal `not-found`. */
export async function viewTopic(db: Reader, viewer: Viewer, idOrLabel: string): Promise<z.input<typeof zTopicView>> {
  const topic = await findTopic(db, idOrLabel, viewerId(viewer))
  if (!topic) throw notFound()
  const links = await linksOf(db, topic.id)
  const [labels, briefs, following] = await Promise.all([
    labelsOf(db, [topic.id]).then((map) => map.get(topic.id) ?? []),
    topicBriefs(
      db,
      links.map((link) => (link.from === topic.id ? link.to : link.from)),
      viewer.locale,
    ),
    viewer.kind === 'member' ? isFollowing(db, viewer.id, topic.id) : false,
  ])
  const pick = (which: (link: (typeof links)[number]) => string | null): TopicBrief[] => links.flatMap((link) => briefs.get(which(link) ?? '') ?? [])
  const languages = [...new Set(labels.map((label) => label.language))]
  return {
    ...briefOf(topic.id, labels, viewer.locale),
    kind: topic.kind,
    names: languages.map((language) => {
      const [first, ...aliases] = labels.filter((label) => label.language === language).map(({ label }) => label)
      return { language, label: first ?? '', aliases }
    }),
    following,
    broader: pick((link) => (link.kind === 'narrower' && link.to === topic.id ? link.from : null)),
    narrower: pick((link) => (link.kind === 'narrower' && link.from === topic.id ? link.to : null)),
    related: pick((link) => (link.kind === 'related' ? (link.from === topic.id ? link.to : link.from) : null)),
  }
}
