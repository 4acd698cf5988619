import type { Facts } from '#pure/problem/index.ts'
import type { Quality } from '../picture.ts'
import type { Decoded } from './decode.ts'

/** What the house asks its decoder … */
export interface Question {
  path: string
  /** Media type found in the bytes. */
  type: string
  quality: Quality
}
/** … and what it gets back, one answer a question. */
export type Answer = { decoded: Decoded } | { refused: { code: string; facts: Facts } } | { broken: string }
