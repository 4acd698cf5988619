/** A topic as lists and chips show it. */
export interface TopicBrief {
  id: string
  /** In the reader's language, else in English, else as it was first written. */
  label: string
  /** The reader's label and one in another script, so that a chip shows both: at most two. */
  labels: { language: string; label: string }[]
  url: string
}

export interface Label {
  language: string
  label: string
}

export const MOST_LABEL_GRAPHEMES = 40

/** What another topic is to one. `apart`: near, and not the same. */
export const NEIGHBOURS = ['broader', 'narrower', 'related', 'apart', 'none'] as const
export type Neighbour = (typeof NEIGHBOURS)[number]

const family = (language: string): string => (language.startsWith('zh') ? 'han' : ['ja', 'ko', 'ru', 'ar'].includes(language) ? language : 'latin')

/** Chooses what a chip says to a reader of `locale`: their label first, beside it the original scene's or the other great script. */
export function briefOf(id: string, labels: Label[], locale: string): TopicBrief {
  const own = labels.find((one) => one.language === locale) ??
    labels.find((one) => one.language.split('-')[0] === locale.split('-')[0]) ??
    labels.find((one) => one.language === 'en') ??
    labels[0] ?? { language: 'und', label: id }
  const wanted = family(own.language) === 'latin' ? ['zh-Hans', 'ja', 'ko', 'ru', 'ar'] : ['en', 'es', 'fr']
  const other = wanted.map((language) => labels.find((one) => one.language === language && one.label !== own.label)).find(Boolean)
  return {
    id,
    label: own.label,
    labels: (other ? [own, other] : [own]).map(({ language, label }) => ({ language, label })),
    url: `/topics/${encodeURIComponent(id)}`,
  }
}

/** Briefs of these ids in their order, what is one with something before it left out. */
export function distinctTopics(ids: readonly string[], briefs: ReadonlyMap<string, TopicBrief>): TopicBrief[] {
  const found = ids.flatMap((id) => briefs.get(id) ?? [])
  return [...new Map(found.map((one) => [one.id, one])).values()]
}
