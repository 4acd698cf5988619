import { feature } from '#ground/feature.ts'
import { migrations } from './migrations/index.ts'
import './tables.ts'

export const settings = feature({ name: 'settings', migrations })

export { readSetting, writeSetting } from './queries.ts'
