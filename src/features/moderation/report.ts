/** Kinds of report that go to the queue, gravest first. The last two say that a text serves its readers badly, not that it does harm. */
export const REPORT_KINDS = [
  'danger',
  'child-safety',
  'illegal',
  'sexual-without-consent',
  'harassment',
  'false-emergency',
  'spam',
  'house-rules',
  'wrong-translation',
  'missing-context',
] as const
export type ReportKind = (typeof REPORT_KINDS)[number]
/** "Not wrong, I just don't want it": asked for like a kind, never filed; what helps is a mute or a block of one's own. */
export const UNWANTED = 'unwanted'

export const MOST_REPORTS_A_DAY = 30
export const MOST_WORDS = 1_000
export const MOST_FILTER_TERMS = 5_000

/** Someone's life or a child may depend on it: no count stands in the way. */
export const isNeverBlocked = (kind: ReportKind): boolean => kind === 'danger' || kind === 'child-safety'
