import { boards } from '#features/boards/index.ts'
import { feed } from '#features/feed/index.ts'
import { graph } from '#features/graph/index.ts'
import { language } from '#features/language/index.ts'
import { media } from '#features/media/index.ts'
import { moderation } from '#features/moderation/index.ts'
import { notes } from '#features/notes/index.ts'
import { notifications } from '#features/notifications/index.ts'
import { people } from '#features/people/index.ts'
import { places } from '#features/places/index.ts'
import { profiles } from '#features/profiles/index.ts'
import { search } from '#features/search/index.ts'
import { settings } from '#features/settings/index.ts'
import { topics } from '#features/topics/index.ts'
import type { Feature } from '#ground/feature.ts'

/** Top to bottom, as in features/order.ts. */
export const features: Feature[] = [notifications, search, feed, boards, profiles, notes, places, topics, language, media, moderation, graph, people, settings]
