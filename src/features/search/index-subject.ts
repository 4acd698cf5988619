import { labelsOf } from '#features/topics/index.ts'
import type { Ground, SearchDocument, Subject } from '#ground/feature.ts'
import { foldLabelLoose } from '#pure/lexicon/fold.ts'
import { indexTerms } from '#pure/lexicon/terms.ts'
import { removeDocument, writeDocument, writeNames, writeWords } from './queries/documents.ts'
import { deletions, isSpelled } from './spelling.ts'

/** Terms that filter: no word that somebody writes folds to one with `#` before it. */
export const filterTerm = {
  kind: (kind: string) => `#kind:${kind}`,
  language: (language: string) => `#language:${language}`,
  topic: (id: string) => `#topic:${id}`,
  pictures: '#pictures',
}

const NAMED = new Set(['person', 'board'])

/** Writes what the feature says of this subject as it is now, or removes it. Safe to call any number of times. */
export async function indexSubject({ db, house }: Ground, { kind, id }: Subject): Promise<void> {
  const contribution = house.searchable.get(kind)
  if (!contribution) return
  const document = await contribution.load(db.q, id)
  const labels = document ? [...(await labelsOf(db.q, document.topics)).values()].flat().map((one) => one.label) : []
  await db.transaction(async (tx) => {
    if (!document) {
      await removeDocument(tx, kind, id)
      if (NAMED.has(kind)) await writeNames(tx, kind, id, [])
      return
    }
    const titleTerms = indexTerms(document.texts.map((text) => text.title).join('\n'))
    const text = document.texts.flatMap(({ title, body }) => [title, body])
    await writeDocument(tx, {
      kind,
      id,
      terms: [...new Set([...indexTerms([...text, ...labels].join('\n')), ...filtersOf(kind, document)])],
      title_terms: titleTerms,
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

const filtersOf = (kind: string, { texts, topics, hasPictures }: SearchDocument): string[] => [
  filterTerm.kind(kind),
  ...texts.map((text) => filterTerm.language(text.language)),
  ...topics.map(filterTerm.topic),
  ...(hasPictures ? [filterTerm.pictures] : []),
]

/** Titles of named things are their names, one a line (a person's name and handle). */
const namesOf = ({ texts }: SearchDocument): { name: string; folded: string }[] =>
  [
    ...new Map(
      texts
        .flatMap((text) => text.title.split('\n'))
        .filter(Boolean)
        .map((name) => [foldLabelLoose(name), name]),
    ).entries(),
  ]
    .filter(([folded]) => folded)
    .map(([folded, name]) => ({ name, folded }))
