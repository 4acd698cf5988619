import type { z } from 'zod'
import type { Reader } from '#ground/database/index.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import { notFound } from '#pure/problem/index.ts'
import type { zTopicView } from './present.ts'
import { isFollowing } from './queries/follows.ts'
import { linksOf, oneWith } from './queries/groups.ts'
import { madeOne, proposalsLike } from './queries/proposals.ts'
import { spellingKey, spellings } from './queries/seen.ts'
import { findTopic, labelsAsMade, labelsOf, topicBriefs } from './queries/topics.ts'
import { briefOf, distinctTopics, type TopicBrief } from './topic.ts'

type View = z.input<typeof zTopicView>
const MOST_PROPOSED = 20

/** A topic with all its names and neighbours; of what is one, the same whichever was asked for. Throws Refusal `not-found`. */
export async function viewTopic(db: Reader, viewer: Viewer, idOrLabel: string): Promise<View> {
  const topic = await findTopic(db, idOrLabel, viewerId(viewer))
  if (!topic) throw notFound()
  const parts = await oneWith(db, [topic.id])
  const me = viewerId(viewer)
  const own = me === null ? undefined : (await spellings(db, [topic.id], [me])).get(spellingKey(topic.id, me))
  const [labels, following, neighbours, merged, proposed] = await Promise.all([
    own ? [own] : labelsOf(db, [topic.id]).then((map) => map.get(topic.id) ?? []),
    viewer.kind === 'member' ? isFollowing(db, viewer.id, topic.id) : false,
    neighboursOf(db, viewer, parts),
    parts.length > 1 ? mergedInto(db, topic.id, parts) : [],
    proposalsLike(db, { state: 'open', bases: null, topics: parts, before: null }, MOST_PROPOSED),
  ])
  return {
    ...briefOf(topic.id, labels, viewer.locale),
    kind: topic.kind,
    names: namesOf(labels),
    following,
    ...neighbours,
    merged,
    proposed: proposed.length,
  }
}

function namesOf(labels: readonly { language: string; label: string }[]): View['names'] {
  return [...Map.groupBy(labels, (one) => one.language)].map(([language, all]) => {
    const [label = '', ...aliases] = new Set(all.map((one) => one.label))
    return { language, label, aliases }
  })
}

/** What the graph says of any of these topics, said of the topics that answer for the others. */
async function neighboursOf(db: Reader, viewer: Viewer, parts: readonly string[]): Promise<Pick<View, 'broader' | 'narrower' | 'related' | 'apart'>> {
  const own = new Set(parts)
  const links = (await linksOf(db, parts)).filter((link) => !(own.has(link.from) && own.has(link.to)))
  const other = (link: (typeof links)[number]) => (own.has(link.from) ? link.to : link.from)
  const briefs = await topicBriefs(db, links.map(other), viewer.locale, viewerId(viewer))
  const pick = (wanted: (link: (typeof links)[number]) => boolean): TopicBrief[] => distinctTopics(links.filter(wanted).map(other), briefs)
  return {
    broader: pick((link) => link.kind === 'narrower' && own.has(link.to)),
    narrower: pick((link) => link.kind === 'narrower' && own.has(link.from)),
    related: pick((link) => link.kind === 'related'),
    apart: pick((link) => link.kind === 'apart'),
  }
}

/** Which other topics are part of it, each with the proposal that made it so. */
async function mergedInto(db: Reader, head: string, parts: readonly string[]): Promise<View['merged']> {
  const [proposals, labels] = await Promise.all([madeOne(db, parts), labelsAsMade(db, parts)])
  return parts.flatMap((id) => {
    const proposal = proposals.find(({ a, b }) => a === id || b === id)
    const label = labels.get(id)?.[0]
    return id !== head && proposal && label ? [{ label: label.label, language: label.language, proposalId: proposal.id }] : []
  })
}
