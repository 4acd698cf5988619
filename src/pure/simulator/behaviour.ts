import { NO_TOPIC, NOTE_TOPICS, STYLES, TOPICS } from './atlas.ts'
import type { World } from './world.ts'

/** What a reader would do with a note that they look at; each 0 … 1. */
export interface Chances {
  open: number
  /** Once it is open. */
  like: number
  /** Once it is open. */
  save: number
  hide: number
}

/** Logits: how much each thing moves a reader. They are the world's assumptions, told in docs/building/simulator.md. */
const OPEN = { base: -3.4, topic: 3.2, style: 0.45, quality: 0.6, country: 0.2, bound: 1.2 } as const
const LIKE = { base: -2.2, topic: 1.6, style: 0.6, quality: 0.9 } as const
const SAVE = { base: -3.4, topic: 1.4, style: 0.3, quality: 1 } as const
const HIDE = { base: -5.5, dislike: 2 } as const
/** Of a note in a language that they do not read: in a layer, or the picture alone, or a text they cannot read. */
const FOREIGN = { layer: -0.5, picture: -1.5, text: -4 } as const
/** A further topic of a note counts so much of the first. */
const SIDE_TOPIC = 0.5
/** What is new is opened more often; the rest of it goes with this half-life, in days. */
const NEWS = { always: 0.75, halfLife: 5 } as const
/** The n-th note on one topic in one visit is opened this often of the first. */
const SATED = 0.85

const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit))

/** 0 … 1: how much the reader cares for what the note is about. */
export function careOf({ readers, notes }: World, reader: number, note: number): number {
  let [most, rest] = [0, 0]
  for (let at = note * NOTE_TOPICS; at < (note + 1) * NOTE_TOPICS; at++) {
    const topic = notes.topics[at] as number
    if (topic === NO_TOPIC) break
    const care = readers.taste[reader * TOPICS + topic] as number
    if (care > most) [most, rest] = [care, rest + SIDE_TOPIC * most]
    else rest += SIDE_TOPIC * care
  }
  return Math.min(1, most + 0.2 * rest)
}

/** Where style meets style: of deviation about 1. */
function styleOf({ readers, notes }: World, reader: number, note: number): number {
  let sum = 0
  for (let i = 0; i < STYLES; i++) sum += (readers.style[reader * STYLES + i] as number) * (notes.style[note * STYLES + i] as number)
  return sum / Math.sqrt(STYLES)
}

/** The reader does not read the language it was written in. */
export const isForeign = ({ readers, notes }: World, reader: number, note: number): boolean =>
  ((readers.reads[reader] as number) & (1 << (notes.language[note] as number))) === 0

function foreignCost(world: World, reader: number, note: number): number {
  const { readers, notes } = world
  if (!isForeign(world, reader, note)) return 0
  const hasLayer = ((readers.reads[reader] as number) & (notes.layers[note] as number)) !== 0
  const access = hasLayer ? FOREIGN.layer : notes.isPicture[note] === 1 ? FOREIGN.picture : FOREIGN.text
  return access * (1.5 - (readers.curiosity[reader] as number)) - OPEN.bound * (notes.bound[note] as number)
}

/**
 * Writes what `reader` would do with `note` at `now` (in days), having met `met` notes on its first topic in this visit.
 * The one place where the world's behaviour is decided.
 */
export function chancesOf(world: World, reader: number, note: number, { now, met }: { now: number; met: number }, into: Chances): Chances {
  const { readers, notes, authors } = world
  const care = careOf(world, reader, note)
  const style = styleOf(world, reader, note)
  const quality = notes.quality[note] as number
  const author = authors[notes.author[note] as number]
  const isNear = author?.language === readers.home[reader] && author?.country === readers.country[reader] ? OPEN.country : 0
  const draw = OPEN.base + OPEN.topic * care + OPEN.style * style + OPEN.quality * quality + isNear + foreignCost(world, reader, note)
  const age = Math.max(0, now - (notes.at[note] as number))
  const news = NEWS.always + (1 - NEWS.always) * 0.5 ** (age / NEWS.halfLife)
  into.open = logistic(draw) * news * SATED ** met
  into.like = logistic(LIKE.base + LIKE.topic * care + LIKE.style * style + LIKE.quality * quality)
  into.save = logistic(SAVE.base + SAVE.topic * care + SAVE.style * style + SAVE.quality * quality)
  into.hide = logistic(HIDE.base + HIDE.dislike * Math.max(0, -style) - 3 * care)
  return into
}

/** What a look at a note is worth: the likes and saves that the world expects of it. */
export const worthOf = ({ open, like, save }: Chances): number => open * (like + save)

/** A like moves taste towards the note's first topic, and all others a little away (Chaney, Stewart and Engelhardt 2018 call it reinforcement). */
export function reinforce({ readers, notes, plasticity }: World, reader: number, note: number): void {
  if (plasticity === 0) return
  const taste = readers.taste.subarray(reader * TOPICS, (reader + 1) * TOPICS)
  const liked = notes.topics[note * NOTE_TOPICS] as number
  for (let topic = 0; topic < TOPICS; topic++) {
    const now = taste[topic] as number
    taste[topic] = topic === liked ? now + plasticity * (1 - now) : now * (1 - plasticity / TOPICS)
  }
}
