import { feature } from '#ground/feature.ts'
import './events.ts'
import { migrations } from './migrations/index.ts'
import './tables.ts'

export const graph = feature({ name: 'graph', migrations })
