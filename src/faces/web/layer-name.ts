import type { LayerBrief } from './api-types.ts'
import type { Words } from './words.ts'

/** `English · by Mei`: a layer's language and whose words it has. */
export function layerName(layer: LayerBrief, { t, language }: Words): string {
  const facts = { language: language(layer.language) }
  if (layer.origin === 'original') return t('layer.original-in', facts)
  if (layer.converted) return t('layer.converted', { ...facts, engine: layer.engine ?? '' })
  if (layer.origin === 'machine') return t('layer.by-engine', { ...facts, engine: layer.engine ?? '' })
  if (layer.origin === 'author') return t('layer.by-author', facts)
  return t('layer.by', { ...facts, name: layer.by?.name ?? '' })
}
