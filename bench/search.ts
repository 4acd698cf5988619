/**
 * How well search crosses languages: questions in one language about the demo world's notes in another, judged by a reader of the texts
 * before anything was measured (`search/judged.tsv`: 2 answers it, 1 touches it). nDCG@10 of the notes written in the other language,
 * beside plain text search for the same words, once in originals alone and once in all layers. Then how long suggestions take while one types.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadDictionary } from '#features/language/gloss/load-dictionary.ts'
import { publishNote, zNoteInput } from '#features/notes/index.ts'
import { createMember } from '#features/people/index.ts'
import { find } from '#features/search/find.ts'
import { indexSubject } from '#features/search/index-subject.ts'
import { subject } from '#ground/feature.ts'
import { anonymous } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { OpenGround } from '#ground/open.ts'
import { type DemoNote, readMembers, readNotes } from '../demo/world.ts'
import { withGround } from '../src/faces/cli/house.ts'
import { plainSearch } from './search/plain.ts'
import { measureSuggestions } from './search/suggestions.ts'
import { table } from './table.ts'

const TOP = 10
const MOST = 400

interface Judged {
  from: string
  to: string
  question: string
  notes: Map<string, number>
}

const judged = (): Judged[] =>
  readFileSync(new URL('./search/judged.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [from = '', to = '', question = '', notes = ''] = line.split('\t')
      return { from, to, question, notes: new Map(notes.split(' ').map((one) => [one.split(':')[0] ?? '', Number(one.split(':')[1])])) }
    })

/** Discounted gain of the first ten, as a share of the best there could be (gain 2^grade − 1). */
function ndcg(ids: readonly string[], notes: ReadonlyMap<string, number>): number {
  const gain = (grades: readonly number[]) => grades.slice(0, TOP).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0)
  return gain(ids.map((id) => notes.get(id) ?? 0)) / gain([...notes.values()].sort((a, b) => b - a))
}

/** Publishes the demo world's notes at one moment, as text; answers the id here → the id there. */
async function fill(ground: OpenGround, notes: readonly DemoNote[]): Promise<Map<string, string>> {
  const people = new Map<string, ActorId>()
  for (const { handle, name, reads } of readMembers()) people.set(handle, await createMember(ground, { handle, name, languages: reads }))
  const ids = new Map<string, string>()
  for (const { id, by, title, body, topics, lang, layers = [], place } of notes) {
    const author = people.get(by)
    if (!author) throw new Error(`nobody is called ${by}`)
    const given = new Map(layers.map((layer) => [layer.lang, { language: layer.lang, title: layer.title, body: layer.body }]))
    const input = zNoteInput.parse({
      kind: 'text',
      title,
      body,
      topics,
      language: lang,
      layers: [...given.values()],
      placeId: place ?? null,
      visibility: 'public',
    })
    const here = await publishNote(ground, { id: author }, input, { unlimited: true })
    await indexSubject(ground, subject('note', here))
    ids.set(here, id)
  }
  return ids
}

async function measure(ground: OpenGround, isLoud: boolean): Promise<void> {
  const notes = readNotes()
  await loadDictionary(ground)
  const ids = await fill(ground, notes)
  const originals = plainSearch(notes.map(({ id, title, body }) => ({ id, text: `${title}\n${body}` })))
  const layered = plainSearch(
    notes.map(({ id, title, body, layers = [] }) => ({ id, text: [title, body, ...layers.flatMap((layer) => [layer.title, layer.body])].join('\n') })),
  )
  const ours = async ({ question, from }: Judged) => {
    const { items } = await find(ground, anonymous(from === 'zh' ? 'zh-Hans' : from), { q: question, kinds: ['note'], limit: MOST })
    return items.map((one) => ids.get(one.id) ?? '')
  }
  const rows = new Map<string, number[][]>()
  for (const one of judged()) {
    const inThere = (found: readonly string[]) =>
      ndcg(
        found.filter((id) => id.startsWith(one.to)),
        one.notes,
      )
    const scores = [inThere(originals(one.question)), inThere(layered(one.question)), inThere(await ours(one))]
    const direction = `${one.from} → ${one.to}`
    rows.set(direction, [...(rows.get(direction) ?? []), scores])
    if (isLoud) process.stdout.write(`${direction}  ${scores.map((score) => score.toFixed(2)).join('  ')}  ${one.question}\n`)
  }
  const mean = (all: readonly number[][], at: number) => (all.reduce((sum, one) => sum + (one[at] ?? 0), 0) / all.length).toFixed(3)
  process.stdout.write(
    `nDCG@${TOP}, ${notes.length} notes\n${table(
      ['', 'questions', 'plain, originals', 'plain, all layers', 'search'],
      [...rows].map(([direction, all]) => [direction, all.length, mean(all, 0), mean(all, 1), mean(all, 2)]),
    )}\n`,
  )
}

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { each: { type: 'boolean', default: false }, only: { type: 'string', default: '' } } })
  const folder = mkdtempSync(join(tmpdir(), 'commonplace-bench-'))
  // As root the database runs as another user, who must be able to get in.
  chmodSync(folder, 0o755)
  try {
    return await withGround(
      async (ground) => {
        if (values.only !== 'suggestions') await measure(ground, values.each)
        return values.only === 'questions' || (await measureSuggestions(ground)) ? 0 : 1
      },
      { DATA_DIR: folder, LOG_LEVEL: 'error', RATE_LIMITS: 'off' },
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
