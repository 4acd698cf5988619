import { graph } from '#features/graph/index.ts'
import { language } from '#features/language/index.ts'
import { moderation } from '#features/moderation/index.ts'
import { people } from '#features/people/index.ts'
import { places } from '#features/places/index.ts'
import { settings } from '#features/settings/index.ts'
import { topics } from '#features/topics/index.ts'
import type { Feature } from '#ground/feature.ts'

/** Top to bottom, as in features/order.ts. */
export const features: Feature[] = [places, topics, language, moderation, graph, people, settings]
