import type { Evidence } from './evidence.ts'
import { englishKey, type Lexicon, plainKey, type Sign, signsOf } from './signs.ts'

/** A topic as the rule sees it: its labels as they were made. */
export interface Side {
  id: string
  seeded: boolean
  /** A genre's English name is often an ordinary word (house, jungle, trap): a dictionary counts where it speaks of music. */
  isGenre?: boolean
  labels: readonly { language: string; label: string }[]
}

/** How two topics are used together, counted over notes that everybody may read. */
export interface Use {
  /** Notes that carry both, and by how many people. */
  notes: number
  people: number
  /** Notes that carry each. */
  each: readonly [number, number]
  /** People who use both, if on different notes. */
  peopleOfBoth: number
  /** Layers in which somebody wrote one where the author wrote the other. */
  layers: number
}
export const UNUSED: Use = { notes: 0, people: 0, each: [0, 0], peopleOfBoth: 0, layers: 0 }

export interface Found {
  /** 0 to 1 */
  score: number
  evidence: Evidence[]
}

/** From here on a pair is put before readers. */
export const ENOUGH = 0.8
/** What use adds to a sign; alone it is enough only where the two go together nearly always, or translators say so. */
const USE = { people: 0.1, manyPeople: 0.2, layers: 0.2, most: 0.3, togetherShare: 0.6, togetherPeople: 3, layersAlone: 2 } as const

const base = (language: string): string => language.split('-')[0] ?? ''

/** Two signs that say the same: their trust, and in which words it is told. */
interface Match {
  score: number
  evidence: Evidence
}

function matchOf(one: Sign, other: Sign): Match | null {
  if (one.key !== other.key) return null
  const score = one.weight * other.weight
  const [told, plain] = one.how === 'label' ? [other, one] : [one, other]
  if (told.how === 'label') return { score: Math.min(score, 0.95), evidence: { code: 'spelling', word: one.word, means: other.word } }
  if (told.how === 'sound') return plain.how === 'label' ? { score, evidence: { code: 'sound', word: told.word, sound: told.means } } : null
  // That both mean something alike in a third language says little.
  if (plain.how !== 'label') return null
  if (plain.about && !told.about) return null
  return { score, evidence: { code: told.how, word: told.word, means: plain.word } }
}

/**
 * A Chinese word has several meanings, and the topic that has it as a label is about one of them. An English tag that stands for another of its
 * meanings (爵士: *Sir*, and the topic is jazz) is something else.
 */
function isOtherMeaning(side: Side, match: Evidence, lexicon: Lexicon): boolean {
  if (match.code !== 'dictionary' || !side.seeded) return false
  const english = side.labels.filter(({ language }) => base(language) === 'en').map(({ label }) => englishKey(label))
  if (english.length === 0) return false
  const wanted = englishKey(match.means)
  const senses = lexicon.entries(match.word).flatMap(({ senses: all }) =>
    all.map((sense) =>
      sense.split(/[;,]/).map((part) =>
        englishKey(
          part
            .replace(/\([^)]*\)/g, '')
            .replace(/^to /, '')
            .trim(),
        ),
      ),
    ),
  )
  const own = senses.filter((sense) => english.some((key) => sense.includes(key)))
  const asked = senses.filter((sense) => sense.includes(wanted))
  return own.length === 0 ? asked.length > 0 && senses.indexOf(asked[0] ?? []) > 0 : !asked.some((sense) => own.includes(sense))
}

/** The best reason that labels give to believe that two topics are one; null without any. */
function byLabels(a: Side, b: Side, lexicon: Lexicon): Match | null {
  let best: Match | null = null
  for (const one of a.labels)
    for (const other of b.labels)
      for (const left of signsOf(one.label, lexicon))
        for (const right of signsOf(other.label, lexicon)) {
          const match = matchOf(left, right)
          if (!match || (best && best.score >= match.score)) continue
          const [told, plain] = left.how === 'label' ? [b, a] : [a, b]
          if (isOtherMeaning(told, match.evidence, lexicon)) continue
          const meant = left.how === 'label' ? right : left
          if (plain.isGenre && meant.how === 'dictionary' && !meant.about) continue
          // A concept of the seed is spelled as it is meant: blue is not the blues.
          const isBent = plain.seeded && match.evidence.code === 'dictionary' && plainKey(left.means) !== plainKey(right.means)
          if (!isBent) best = match
        }
  return best
}

function byUse({ notes, people, each, peopleOfBoth, layers }: Use): { bonus: number; alone: boolean; evidence: Evidence[] } {
  const many = Math.max(people, peopleOfBoth)
  const bonus = (many >= 3 ? USE.manyPeople : many >= 2 ? USE.people : 0) + (layers > 0 ? USE.layers : 0)
  const share = notes / Math.max(1, each[0] + each[1] - notes)
  return {
    bonus: Math.min(USE.most, bonus),
    alone: layers >= USE.layersAlone || (people >= USE.togetherPeople && share >= USE.togetherShare),
    evidence: [
      ...(layers > 0 ? [{ code: 'layers' as const, count: layers }] : []),
      ...(notes > 0 ? [{ code: 'notes' as const, count: notes, people }] : []),
      ...(peopleOfBoth > people ? [{ code: 'people' as const, count: peopleOfBoth }] : []),
    ],
  }
}

const share = (a: Side, b: Side): boolean => a.labels.some(({ language }) => b.labels.some((other) => base(other.language) === base(language)))

/**
 * Whether two topics are to be put before readers as *the same?*, and why; null when nothing speaks for it. Two concepts of the seed never are: that
 * they are two was decided by hand. Use speaks beside labels; alone only across languages, where two tags go together nearly always or translators
 * put one for the other.
 */
export function weigh(a: Side, b: Side, lexicon: Lexicon, use: Use = UNUSED): Found | null {
  if (a.seeded && b.seeded) return null
  const label = byLabels(a, b, lexicon)
  const { bonus, alone, evidence } = byUse(use)
  const score = Math.min(1, (label?.score ?? 0) + (label ? bonus : alone && !share(a, b) ? ENOUGH : 0))
  return score === 0 ? null : { score, evidence: [...(label ? [label.evidence] : []), ...evidence] }
}
