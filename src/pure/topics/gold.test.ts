import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { type CedictEntry, parseCedict } from '#pure/gloss/cedict.ts'
import { cedictText } from '#pure/gloss/cedict-source.ts'
import { foldLabel, foldLabelLoose } from '#pure/lexicon/fold.ts'
import type { Lexicon } from './signs.ts'
import { ENOUGH, type Side, UNUSED, type Use, weigh } from './weigh.ts'

interface Pair {
  half: string
  zh: string
  en: string
  truth: string
  trap: string
}
const file = (path: string) =>
  readFileSync(new URL(path, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
const pairs = file('./gold/pairs.tsv').map((row): Pair => {
  const [half = '', zh = '', en = '', truth = '', trap = ''] = row.split('\t')
  return { half, zh, en, truth, trap }
})

/** The concepts that every place begins with, found as a hashtag finds them. */
const concepts = file('../../features/topics/data/topics.tsv').map((row): Side => {
  const [id = '', kind, ...cells] = row.split('\t')
  const languages = ['en', 'zh-Hans', 'zh-Hant', 'ja', 'ko', 'es', 'fr', 'ru', 'ar']
  return {
    id,
    seeded: true,
    isGenre: kind === 'music-genre',
    labels: cells.flatMap((cell, i) =>
      cell
        .split('|')
        .filter(Boolean)
        .map((label) => ({ language: languages[i] ?? '', label })),
    ),
  }
})
/** As `topicsByLabels` finds them for a note in Chinese or English. */
const byKey = new Map<string, Side>()
for (const fold of [foldLabel, foldLabelLoose])
  for (const side of concepts)
    for (const { language, label } of side.labels)
      if (!byKey.has(fold(label)) && !(language === 'ja' && /^\p{Script=Han}+$/u.test(label))) byKey.set(fold(label), side)
const topicOf = (label: string, language: string): Side =>
  byKey.get(foldLabel(label)) ?? byKey.get(foldLabelLoose(label)) ?? { id: `new ${label}`, seeded: false, labels: [{ language, label }] }

let lexicon: Lexicon
beforeAll(async () => {
  const entries = Map.groupBy(parseCedict(await cedictText()), (entry: CedictEntry) => entry.simplified)
  lexicon = {
    entries: (word) => (entries.get(word) ?? []).map(({ pinyin, senses }) => ({ reading: pinyin, senses })),
    topicsIn: (word) => byKey.get(foldLabelLoose(word))?.labels.flatMap(({ language, label }) => (language === 'en' ? [label] : [])) ?? [],
  }
}, 60_000)

/** Whether both tags lead to one page, or are put before readers as one. */
function linked({ zh, en }: Pair, use: Use): 'one' | 'proposed' | null {
  const [a, b] = [topicOf(zh, 'zh-Hans'), topicOf(en, 'en')]
  if (a.id === b.id) return 'one'
  return (weigh(a, b, lexicon, use)?.score ?? 0) >= ENOUGH ? 'proposed' : null
}

function measured(half: string, use: Use) {
  const rows = pairs.filter((pair) => pair.half === half).map((pair) => ({ ...pair, link: linked(pair, use) }))
  const found = rows.filter(({ link }) => link !== null)
  const right = found.filter(({ truth }) => truth === 'same').length
  const wrong = found.filter(({ truth }) => truth !== 'same')
  const missed = rows.filter(({ truth, link }) => truth === 'same' && link === null)
  const proposed = found.filter(({ link }) => link === 'proposed')
  return {
    precision: right / found.length,
    ofProposals: proposed.filter(({ truth }) => truth === 'same').length / Math.max(1, proposed.length),
    recall: right / (right + missed.length),
    one: found.length - proposed.length,
    proposed: proposed.length,
    wrong: wrong.map(({ zh, en, link }) => `${zh} ${en} (${link})`),
    missed: missed.map(({ zh, en }) => `${zh} ${en}`),
  }
}

/** As if every pair, traps too, stood on three notes by three people out of thirty and forty. */
const SOME: Use = { ...UNUSED, notes: 3, people: 3, each: [30, 40], peopleOfBoth: 3 }

test.each([
  ['tune', 'never used together', UNUSED],
  ['held', 'never used together', UNUSED],
  ['tune', 'used together, traps too', SOME],
  ['held', 'used together, traps too', SOME],
  ['after', 'never used together', UNUSED],
  ['after', 'used together, traps too', SOME],
] as const)('pairs (%s), %s: precision of what is one or proposed', (half, _words, use) => {
  const { wrong, missed, ...figures } = measured(half, use)
  process.stdout.write(
    `${half}, ${_words}: precision ${figures.precision.toFixed(3)} (of proposals ${figures.ofProposals.toFixed(3)}), recall ${figures.recall.toFixed(3)}, one by label ${figures.one}, proposed ${figures.proposed}\n`,
  )
  if (process.env.GOLD === '1' && half === 'tune') process.stdout.write(`  wrong: ${wrong.join(', ')}\n  missed: ${missed.join(', ')}\n`)
  // What was wrong in the half that nobody tunes on is not shown.
  expect(figures.precision).toBeGreaterThanOrEqual(half === 'after' ? 0.9 : 0.97)
})

test('the list is large enough, and half of it are traps', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(300)
  expect(pairs.filter(({ truth }) => truth === 'apart').length / pairs.length).toBeGreaterThanOrEqual(0.5)
  expect(new Set(pairs.map(({ zh, en }) => `${zh} ${en}`)).size).toBe(pairs.length)
})
