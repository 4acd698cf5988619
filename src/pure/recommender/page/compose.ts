import type { Sight } from './features.ts'
import type { Ranked } from './rank.ts'
import { hashOf } from './trail.ts'
import type { Asked, Candidate, SlotKind } from './types.ts'
import { drawOne, hopeful, marginal, type Waiting, waiting } from './variety.ts'
import { composition, variety } from './weights.ts'

export interface Chosen extends Pick<Ranked, 'note' | 'score'> {
  readonly kind: SlotKind
  readonly propensity: number
}

/** Places among the twelve, from 0. The row of notes from elsewhere begins in the middle; its length is the reader's. */
const PROMISE = 3
const EXPLORE = 5
const ACROSS = 6
/** Where a reader of several languages gets a second one at the latest. */
const SECOND_LANGUAGE = 10

/** What may stand in a slot of a kind, and how it is chosen. The first that finds something fills the slot. */
interface Choice {
  kind: SlotKind
  fits: (note: Waiting) => boolean
  utility: (note: Waiting, page: readonly Chosen[]) => number
  temperature: number
  /** Whether two notes by one author may come close when there is no other. */
  mayCrowd: boolean
  /** Whether the best by score are looked at first, and all only when they cannot fill the slot. */
  byScore: boolean
}

/** How many by score are looked at first. */
const BEST = 200

/**
 * Fills the slots of one page from a ranking, one after the other, by greedy marginal relevance with a draw (ADR 0018). An author has at most
 * two of any twelve slots: a page ends early rather than break it. The other rules hold whenever there are notes to keep them with.
 */
export function compose(ranking: readonly Ranked[], sight: Sight, asked: Asked): Chosen[] {
  const page: Chosen[] = []
  const all = ranking.map(waiting)
  const best = all.slice(0, BEST + asked.slots)
  while (page.length < asked.slots && page.length < all.length) {
    const next = fill({ all, best }, page, sight, asked)
    if (next === null) break
    const { chosen, kind, propensity } = next
    chosen.taken = true
    page.push({ note: chosen.note, score: chosen.score, kind, propensity })
  }
  return page
}

function fill({ all, best }: { all: readonly Waiting[]; best: readonly Waiting[] }, page: readonly Chosen[], sight: Sight, asked: Asked) {
  const slot = asked.trail.slots + page.length
  const { allows, isApart, isVaried } = crowdOf(page, asked)
  /** Each lets more through than the one before. */
  const rules: ((note: Candidate) => boolean)[] = [(note) => allows(note) && isApart(note) && isVaried(note), (note) => allows(note) && isApart(note), allows]
  for (const { kind, fits, utility, temperature, mayCrowd, byScore } of choicesFor(slot, page, sight)) {
    const heightOf = (note: Waiting) => utility(note, page) / temperature
    for (const rule of mayCrowd ? rules : rules.slice(0, 2)) {
      for (const notes of byScore ? [best, all] : [all]) {
        const drawn = drawOne(
          notes.filter((note) => !note.taken && fits(note) && rule(note.note)),
          heightOf,
          { seed: asked.seed, slot },
        )
        if (drawn) return { ...drawn, kind }
      }
    }
  }
  return null
}

/** What the slots before this one leave room for. */
function crowdOf(page: readonly Chosen[], { trail }: Asked) {
  const recent = page.slice(-(composition.slots - 1))
  const authors = new Map<string, number>()
  const topics = new Map<string, number>()
  for (const { note } of recent) {
    authors.set(note.author, (authors.get(note.author) ?? 0) + 1)
    if (note.topics[0] !== undefined) topics.set(note.topics[0], (topics.get(note.topics[0]) ?? 0) + 1)
  }
  const near = new Set(page.slice(-(composition.apart - 1)).map(({ note }) => note.author))
  const open = composition.apart - 1 - page.length
  const before = new Set(open > 0 ? trail.authors.slice(-open) : [])
  return {
    allows: ({ author }: Candidate) => (authors.get(author) ?? 0) < composition.perAuthor,
    isApart: ({ author }: Candidate) => !near.has(author) && (before.size === 0 || !before.has(hashOf(author))),
    isVaried: ({ topics: [first] }: Candidate) => first === undefined || (topics.get(first) ?? 0) < composition.perTopic,
  }
}

function choicesFor(slot: number, page: readonly Chosen[], sight: Sight): Choice[] {
  const place = slot % composition.slots
  const common = { utility: marginal, temperature: variety.temperature, mayCrowd: false, byScore: false }
  const choices: Choice[] = []
  if (place === PROMISE)
    choices.push({
      ...common,
      kind: 'promise',
      fits: ({ note }) => note.due !== null,
      utility: (note, before) => marginal(note, before) + Math.log(0.01 + (note.note.due?.need ?? 0)),
    })
  if (place === EXPLORE)
    choices.push({ ...common, kind: 'explore', fits: ({ note }) => isUnknown(note, sight), utility: hopeful, temperature: variety.exploreTemperature })
  if (place >= ACROSS && place < ACROSS + sight.reader.controls.across) choices.push(...acrossChoices(sight))
  if (place === SECOND_LANGUAGE) choices.push(...secondLanguage(place, page, sight))
  choices.push({ ...common, kind: 'ranked', fits: () => true, mayCrowd: true, byScore: true })
  if (!artsAreDue(slot, page)) return choices
  const arts = choices.map(
    (choice): Choice => ({ ...choice, kind: choice.kind === 'ranked' ? 'arts' : choice.kind, fits: (note) => note.note.art && choice.fits(note) }),
  )
  return [...arts, ...choices]
}

/** First what people of several languages like, of that what this reader cares for most; then anything in another language. */
function acrossChoices({ reader }: Sight): Choice[] {
  const isElsewhere = ({ note }: Waiting) => !reader.reads.has(note.language) && (reader.country === null || note.country !== reader.country)
  const bridged: Choice['utility'] = (note, page) => 0.3 * Math.log(note.note.bridging?.score || 1e-9) + marginal(note, page)
  const common = { kind: 'across', temperature: variety.temperature, mayCrowd: false, byScore: false } as const
  return [
    { ...common, fits: (note) => note.note.bridging !== null && isElsewhere(note), utility: bridged },
    { ...common, fits: isElsewhere, utility: marginal },
  ]
}

/** Nothing that the reader follows or did speaks for or against it. */
const isUnknown = ({ topics, author }: Candidate, { reader, profile }: Sight): boolean =>
  !reader.people.has(author) &&
  !profile.authors.has(author) &&
  !topics.some((topic) => reader.topics.has(topic) || profile.topics.has(topic) || profile.hiddenTopics.has(topic))

function secondLanguage(place: number, page: readonly Chosen[], { reader }: Sight): Choice[] {
  const before = new Set(page.slice(-place).map(({ note }) => note.language))
  if (reader.reads.size < 2 || before.size !== 1) return []
  const fits = ({ note }: Waiting) => reader.reads.has(note.language) && !before.has(note.language)
  return [{ kind: 'ranked', fits, utility: marginal, temperature: variety.temperature, mayCrowd: false, byScore: true }]
}

/** The last slot of a run in which none of the arts has come yet, as far as this page knows. */
function artsAreDue(slot: number, page: readonly Chosen[]): boolean {
  const place = slot % composition.artsEvery
  if (place !== composition.artsEvery - 1) return false
  return !page.slice(-place).some(({ note }) => note.art)
}
