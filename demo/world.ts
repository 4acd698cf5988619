import { readFileSync } from 'node:fs'

/** The demo world as it is written: members and notes of `demo/texts`, CC0. */

export interface DemoMember {
  handle: string
  name: string
  bio: string
  reads: string[]
  writes: string[]
  city: string
  follows_topics: string[]
}

export interface DemoText {
  lang: string
  by: string
  title?: string
  body?: string
  text?: string
}

export interface DemoComment {
  by: string
  lang: string
  text: string
  layer?: DemoText & { text: string }
  /** Index of the comment it answers. */
  reply?: number
}

export interface DemoNote {
  id: string
  by: string
  lang: string
  kind: 'photo' | 'text'
  pictures?: number
  title: string
  body: string
  topics: string[]
  place?: string
  alts?: string[]
  layers?: (DemoText & { title: string; body: string })[]
  comments?: DemoComment[]
}

export const LANGUAGES = ['zh', 'en', 'ja', 'es', 'ko', 'fr', 'ru', 'ar'] as const

const lines = <T>(name: string): T[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)

export const readMembers = (): DemoMember[] => lines<DemoMember>('./members.jsonl')
export const readNotes = (): DemoNote[] => LANGUAGES.flatMap((language) => lines<DemoNote>(`./texts/${language}.jsonl`))

/** Draws that depend on the seed and what they are for, so that one more note changes no other (xmur3 and mulberry32). */
export function drawer(seed: number): (what: string) => number {
  return (what) => {
    let h = 1_779_033_703 ^ what.length ^ seed
    for (let i = 0; i < what.length; i += 1) {
      h = Math.imul(h ^ what.charCodeAt(i), 3_432_918_353)
      h = (h << 13) | (h >>> 19)
    }
    h = (h + 0x6d2b79f5) | 0
    let t = Math.imul(h ^ (h >>> 15), 1 | h)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
