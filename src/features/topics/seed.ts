import { readFile } from 'node:fs/promises'
import { keepConceptWords, keepUserWords } from '#features/language/index.ts'
import { readSetting, writeSetting } from '#features/settings/index.ts'
import type { Ground } from '#ground/feature.ts'
import { contentHash } from '#ground/ids/index.ts'
import { foldLabel, foldLabelLoose } from '#pure/lexicon/fold.ts'
import { signsOf } from '#pure/topics/signs.ts'
import { typedKeys } from '#pure/topics/typed.ts'
import { addKeys, labelsWithoutKeys } from './queries/keys.ts'
import { insertLabels, insertLinks, insertTopics } from './queries/seed.ts'

const SEEDED = 'topics.seeded'
/** Grows when the way of writing changes. */
const FORM = '3'
const file = (name: string) => readFile(new URL(`./data/${name}`, import.meta.url), 'utf8')

/** Writes the concepts of data/topics.tsv when the files changed since the last time. Only adds: members' topics and aliases stay. */
export async function seedTopics({ db, clock }: Ground): Promise<void> {
  const [topics, links] = await Promise.all([file('topics.tsv'), file('links.tsv')])
  const version = contentHash(FORM + topics + links)
  if ((await readSetting(db.q, SEEDED)) === version) return
  const [header = '', ...rows] = topics.trimEnd().split('\n')
  const languages = header.split('\t').slice(2)
  const at = clock.now()
  const parsed = rows.map((row) => row.split('\t'))
  const labels = parsed.flatMap(([id = '', , ...cells]) =>
    cells.flatMap((cell, column) =>
      cell
        .split('|')
        .filter(Boolean)
        .map((label, position) => ({
          topic_id: id,
          language: languages[column] ?? 'und',
          label,
          folded: foldLabel(label),
          loose: foldLabelLoose(label),
          position,
        })),
    ),
  )
  const pairs = links
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'))
    .map(([from_id = '', kind, to_id = '']) => ({ from_id, to_id, kind: kind as 'narrower' | 'related' | 'apart' }))
  await db.transaction(async (tx) => {
    await insertTopics(
      tx,
      parsed.map(([id = '', kind = '']) => ({ id, kind, created_by: null, created_at: at, head_id: id })),
    )
    await insertLabels(tx, labels)
    await insertLinks(tx, pairs)
    await addKeys(
      tx,
      'typed',
      labels.flatMap(({ topic_id, label }) => typedKeys(label).map((key) => ({ topic: topic_id, ...key }))),
    )
    await addKeys(
      tx,
      'typed',
      (await labelsWithoutKeys(tx)).flatMap(({ topic, label }) => typedKeys(label).map((key) => ({ topic, ...key }))),
    )
    // What dictionaries know is added at night.
    const nothing = { entries: () => [], topicsIn: () => [] }
    await addKeys(
      tx,
      'sign',
      labels.flatMap(({ topic_id, label }) => signsOf(label, nothing).map(({ key }) => ({ topic: topic_id, key }))),
    )
    // So that a tap on 后朋克 finds one word and not 后 and 朋克.
    await keepUserWords(tx, 'topics', [...new Set(labels.filter((one) => one.language.startsWith('zh')).map((one) => one.label))])
    // And so that a tap on スープ or bordado says what it is in the reader's language, where no dictionary does.
    await keepConceptWords(tx, conceptWords(labels))
    await writeSetting(tx, SEEDED, version, null, at)
  })
}

type Label = { topic_id: string; language: string; label: string; position: number }

/** Each label as a word, with what its topic is called in every language. */
function conceptWords(labels: readonly Label[]) {
  const first = Map.groupBy(
    labels.filter(({ position }) => position === 0),
    ({ topic_id }) => topic_id,
  )
  const names = new Map([...first].map(([id, all]) => [id, Object.fromEntries(all.map(({ language, label }) => [language, label]))]))
  return labels.map(({ topic_id, language, label }) => ({ address: `/topics/${topic_id}`, language, label, names: names.get(topic_id) ?? {} }))
}
