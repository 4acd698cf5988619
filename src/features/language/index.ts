import { feature } from '#ground/feature.ts'
import './events.ts'
import { migrations } from './migrations/index.ts'
import { forgetMember } from './queries/people.ts'

export const language = feature({ name: 'language', migrations, forget: forgetMember })

export { dropLayers } from './drop-layers.ts'
export { keepOriginal, type OriginalText } from './keep-original.ts'
export type { TextReader } from './layer.ts'
export { type AskedSubject, layersFor, type TitleText, titlesFor } from './layers-for.ts'
export { type LayeredText, type LayerBrief, type ShownText, zLayeredText } from './present.ts'
export { readerOf } from './reader.ts'
