/** Addresses of the pages that the frame links to. */
export const paths = {
  home: '/',
  following: '/following',
  nearby: '/nearby',
  across: '/across',
  search: '/search',
  write: '/new',
  notices: '/notifications',
  boards: '/boards',
  settings: '/settings',
  signIn: '/sign-in',
  signUp: '/sign-up',
  language: '/language',
  profileEdit: '/settings/profile',
  learning: '/settings/learning',
  places: '/places',
  words: '/words',
  cultureWords: '/words/culture',
  proposals: '/topic-proposals',
} as const

export const signInFrom = (back: string): string => `${paths.signIn}?back=${encodeURIComponent(back)}`
export const proposalPath = (id: string): string => `/topic-proposals/${id}`
export const cultureWordPath = (id: string): string => `/words/culture/${id}`
/** Where a reader says what a word means. */
export const explainPath = (word: string, language: string): string => `/words/culture?${new URLSearchParams({ word, language })}`
export const reportPath = (kind: string, id: string): string => `/report?subjectKind=${kind}&subjectId=${id}`
export const whyPath = (id: string): string => `/notes/${id}/why`
/** All layers of a text; the page of them that `layer` stands on, and there. */
export const layersPath = (kind: string, id: string, layer?: string): string =>
  `/layers?subjectKind=${kind}&subjectId=${id}${layer ? `&at=${layer}#l-${layer}` : ''}`
/** Which language a text is in, and saying so. */
export const languageOfPath = (kind: string, id: string): string => `/layers/language?subjectKind=${kind}&subjectId=${id}`
/** A layer sentence by sentence, or one of them. */
export const sentencesPath = (layerId: string, kind: string, id: string, key?: string): string =>
  `/layers/${layerId}/sentences?subjectKind=${kind}&subjectId=${id}${key ? `&key=${key}` : ''}`
/** Where the words in a picture are written down. */
export const pictureWordsPath = (id: string, into = ''): string => `/pictures/${id}/words${into && `?into=${encodeURIComponent(into)}`}`
export const improvePath = (kind: string, id: string, language: string): string =>
  kind === 'picture' ? pictureWordsPath(id, language) : `/layers/write?subjectKind=${kind}&subjectId=${id}&language=${encodeURIComponent(language)}`
