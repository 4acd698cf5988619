/** Sentences of a text, paragraph by paragraph. */
export type Paragraphs = readonly (readonly string[])[]

/** What belongs together: indexes into the sentences of either text, counted through all paragraphs; one side may be empty. */
export interface Bead {
  source: number[]
  target: number[]
}

/** Sentences of either text that may make up one bead, and what each kind costs beside the lengths (−log of how often translators do it). */
const KINDS: readonly { source: number; target: number; cost: number }[] = [
  { source: 1, target: 1, cost: 0.12 },
  { source: 1, target: 0, cost: 4.6 },
  { source: 0, target: 1, cost: 4.6 },
  { source: 2, target: 1, cost: 2.4 },
  { source: 1, target: 2, cost: 2.4 },
  { source: 2, target: 2, cost: 4.5 },
]
/** Variance of the length of a translation per character of its source (Gale and Church 1993, p. 80). */
const VARIANCE = 6.8
/** Paths further than this from the straight line between both ends are not looked at, so that time stays linear. */
const BAND = 40

/** A Chinese sign says about as much as two and a half letters. */
const weightOf = (text: string): number => {
  let weight = 0
  for (const sign of text) weight += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(sign) ? 2.5 : 1
  return weight
}

/** How unlikely it is that texts of these weights render each other; `ratio` is what the whole texts have. */
function unlikely(source: number, target: number, ratio: number): number {
  if (source === 0 || target === 0) return 0
  const delta = (target - source * ratio) / Math.sqrt(VARIANCE * ((source * ratio + target) / 2))
  return (delta * delta) / 2
}

const sum = (weights: readonly number[], from: number, to: number): number => weights.slice(from, to).reduce((all, one) => all + one, 0)

/** The cheapest way through one block of sentences. */
function alignBlock(source: readonly number[], target: readonly number[], ratio: number): Bead[] {
  const [rows, columns] = [source.length, target.length]
  const best = new Map<number, { cost: number; kind: (typeof KINDS)[number] | null }>([[0, { cost: 0, kind: null }]])
  const slope = columns / Math.max(rows, 1)
  const band = BAND + 2 * slope
  const key = (i: number, j: number) => i * (columns + 1) + j
  for (let i = 0; i <= rows; i += 1) {
    const last = Math.min(columns, Math.ceil(i * slope + band))
    for (let j = Math.max(0, Math.floor(i * slope - band)); j <= last; j += 1) {
      for (const kind of KINDS) {
        const before = best.get(key(i - kind.source, j - kind.target))
        if (i < kind.source || j < kind.target || !before) continue
        const cost = before.cost + kind.cost + unlikely(sum(source, i - kind.source, i), sum(target, j - kind.target, j), ratio)
        if (cost < (best.get(key(i, j))?.cost ?? Number.POSITIVE_INFINITY)) best.set(key(i, j), { cost, kind })
      }
    }
  }
  const beads: Bead[] = []
  for (let i = rows, j = columns; i > 0 || j > 0; ) {
    const kind = best.get(key(i, j))?.kind
    if (!kind) break
    beads.unshift({ source: range(i - kind.source, i), target: range(j - kind.target, j) })
    i -= kind.source
    j -= kind.target
  }
  return beads
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

/**
 * Which sentences of `target` render which of `source`, by their lengths (Gale and Church, *A Program for Aligning Sentences*, 1993). Paragraphs are
 * anchors when both texts have as many. Every sentence is in one bead, in order; a bead holds at most two of either side.
 */
export function alignSentences(source: Paragraphs, target: Paragraphs): Bead[] {
  const [from, to] = [source.map((one) => one.map(weightOf)), target.map((one) => one.map(weightOf))]
  const total = (all: number[][]) => all.flat().reduce((whole, one) => whole + one, 0)
  const ratio = (total(to) || 1) / (total(from) || 1)
  const isAnchored = from.length === to.length
  const blocks = isAnchored ? from.map((one, i) => [one, to[i] ?? []] as const) : [[from.flat(), to.flat()] as const]
  const beads: Bead[] = []
  let [i, j] = [0, 0]
  for (const [one, other] of blocks) {
    for (const bead of alignBlock(one, other, ratio)) beads.push({ source: bead.source.map((n) => n + i), target: bead.target.map((n) => n + j) })
    i += one.length
    j += other.length
  }
  return beads
}
