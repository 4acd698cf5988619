import { aroundPlace } from '#features/places/index.ts'
import { headsOfTopics, labelsOf } from '#features/topics/index.ts'
import type { Ground, SearchDocument, Subject } from '#ground/feature.ts'
import { foldLabelLoose } from '#pure/lexicon/fold.ts'
import { readingTerms } from '#pure/lexicon/readings.ts'
import { indexTerms } from '#pure/lexicon/terms.ts'
import { filtersOf } from './filters.ts'
import { lockDocument, removeDocument, writeDocument } from './queries/documents.ts'
import { type Name, writeNames } from './queries/names.ts'
import { writeWords } from './queries/words.ts'
import { deletions, isSpelled } from './spelling.ts'

const NAMED = new Set(['person', 'board'])

/** Writes what the feature says of this subject as it is now, or removes it. Safe to call any number of times. */
export async function indexSubject({ db, house }: Ground, { kind, id }: Subject): Promise<void> {
  const contribution = house.searchable.get(kind)
  if (!contribution) return
  await db.transaction(async (tx) => {
    // Several events about one thing may be heard at once: whoever writes last has looked last.
    await lockDocument(tx, kind, id)
    const document = await contribution.load(tx, id)
    if (!document) {
      await removeDocument(tx, kind, id)
      if (NAMED.has(kind)) await writeNames(tx, kind, id, [])
      return
    }
    // Under the topics that answer for them, with the names of all that are one with those.
    const heads = [...new Set((await headsOfTopics(tx, document.topics)).values())]
    const topics = await labelsOf(tx, heads)
    const places = document.place ? await aroundPlace(tx, document.place) : []
    const titles = document.texts.map((text) => text.title).join('\n')
    const text = document.texts.flatMap(({ title, body }) => [title, body])
    const labels = [...topics.values()].flat().map((one) => one.label)
    const sounds = readingTerms(titles)
    await writeDocument(tx, {
      kind,
      id,
      terms: [
        ...indexTerms([...text, ...labels].join('\n')),
        ...sounds,
        ...readingTerms(labels.join('\n')),
        ...filtersOf({ ...document, topics: heads }, places),
      ],
      title_terms: [...indexTerms(titles), ...sounds],
      language: document.language,
      author_id: document.author,
      created_at: document.createdAt,
    })
    await writeWords(
      tx,
      indexTerms(text.join('\n'))
        .filter(isSpelled)
        .map((word) => ({ word, keys: deletions(word) })),
    )
    if (NAMED.has(kind)) await writeNames(tx, kind, id, namesOf(document))
  })
}

/** How a name sounds, as somebody would type it. */
const soundsOf = (name: string): Name[] => readingTerms(name).map((term) => ({ name, folded: term.slice(1) }))

/** Titles of named things are their names, one a line (a person's name and handle), as they are written and as they sound. */
function namesOf({ texts }: SearchDocument): Name[] {
  const titles = texts.flatMap((text) => text.title.split('\n')).filter(Boolean)
  const names = [...titles.map((name) => ({ name, folded: foldLabelLoose(name) })), ...titles.flatMap(soundsOf)]
  return [...new Map(names.filter(({ folded }) => folded).map((one) => [one.folded, one])).values()]
}
