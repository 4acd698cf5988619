import { createHash } from 'node:crypto'
import type { TestHouse } from '#tests/house.ts'

/** Their handles too; `guardian` is the moderator, whose own word is reserved. */
export const VIEWERS = ['anonymous', 'stranger', 'follower', 'ex_follower', 'blocked', 'mentioned', 'author', 'coauthor', 'guardian'] as const
export type Viewer = (typeof VIEWERS)[number]

export const FIELDS = ['title', 'body', 'warning', 'alt', 'layer', 'topic', 'comment', 'zh', 'picture', 'meaning'] as const
export type Field = (typeof FIELDS)[number]

/** Something that some may see and others may not hear of: words and ids that occur nowhere else. */
export interface Thing {
  name: string
  /** Handle of whoever made it. */
  owner: string
  sees: readonly Viewer[]
  words: Partial<Record<Field, string>>
  ids: Record<string, string>
  /** Stands in lists open to everybody (Discover, search, topic pages): public and published. */
  isListed: boolean
  /** Stands on its author's page for whoever sees it. */
  isOnPage: boolean
  /** Nobody finds it who does not look at its author: not in search, not in Nearby (security V5). */
  isUnfindable?: boolean
}

export interface World {
  house: TestHouse
  things: Thing[]
  people: Record<string, string>
  place: string
  /** The session secret of a viewer's browser; null for anonymous. */
  session(viewer: Viewer): string | null
  thing(name: string): Thing
}

/** Where the words in a picture stand. */
export const BOX = { x: 0.1, y: 0.2, width: 0.5, height: 0.1 }

export const EVERYBODY = VIEWERS.filter((viewer) => viewer !== 'blocked')

/** Characters that no text of the house contains, two for each thing. */
const RARE = [...'靐齉龘麤爨灪龖虪麷鱻驫羴猋焱垚掱贔飍雥厵灥蠿籲鸞鬱龗纞虋讟钃鱺麣鑿饢戇豔顳躡彠蠼躩矡钁貜玃趯糶覿讎讌鼉鼇齾龢鼴黶鸝鸛驤驪釅釃龑龓龒鷡鷢鷣鷤鷥']

/** Words that are nothing but themselves and like no other in any text: a search for one finds one thing. */
export function wordsOf(index: number): Record<Field, string> {
  const word = (field: string) =>
    [...createHash('sha256').update(`${field} ${index}`).digest().subarray(0, 14)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')
  const zh = RARE.slice((index * 2) % RARE.length, ((index * 2) % RARE.length) + 2).join('')
  return {
    title: word('title'),
    body: word('body'),
    warning: word('warning'),
    alt: word('alt'),
    layer: word('layer'),
    topic: word('topic'),
    comment: word('comment'),
    zh,
    picture: word('picture'),
    meaning: word('meaning'),
  }
}

export const addressOf = (handle: string): string => `xqmail${handle.replace('_', '')}q@example.org`

/** The id in an answer that must be a success. */
export const must = async (asked: Promise<{ status: number; json: unknown }>): Promise<string> => {
  const { status, json } = await asked
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(json)}`)
  return (json as { id: string } | null)?.id ?? ''
}
