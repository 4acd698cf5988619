import type { SearchDocument } from '#ground/feature.ts'

/** Terms that filter: no word that somebody writes folds to one with `#` before it. */
export const filterTerm = {
  kind: (kind: string) => `#kind:${kind}`,
  language: (language: string) => `#language:${language}`,
  topic: (id: string) => `#topic:${id}`,
  author: (id: string) => `#author:${id}`,
  place: (id: string) => `#place:${id}`,
  pictures: '#pictures',
}

/** Those of a document; `places` are its place and the region and country around it. */
export const filtersOf = ({ kind, texts, topics, author, hasPictures }: SearchDocument, places: readonly string[]): string[] => [
  filterTerm.kind(kind),
  ...texts.map((text) => filterTerm.language(text.language)),
  ...topics.map(filterTerm.topic),
  ...(author ? [filterTerm.author(author)] : []),
  ...places.map(filterTerm.place),
  ...(hasPictures ? [filterTerm.pictures] : []),
]
