import type { Field, Thing, Viewer, World } from './thing.ts'

export interface Ask {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  /** Words that whoever sees the thing finds in the answer; `when` says for which things: all (default), those in open lists, those on their author's page. */
  shows?: Field[]
  when?: 'listed' | 'on page'
  /** Things whose first word stands in the answer for each viewer who sees them, or (`mine`) for their owner. */
  reveals?: string[]
  mine?: string[]
}

type With = { ids: Record<string, string>; words: Thing['words']; owner: string; world: World }

/** How a route is asked. `over` names the id (or `words`) that it is asked with once for each thing; null asks it as it is. */
export interface Entry {
  over: string | null
  asks(given: With): Ask[]
  /**
   * Reads: `reader` is whoever sees the thing (default). Writes: who may do it; everybody else is tried and must change nothing.
   * `self` acts on nothing but the caller's own and is not tried.
   */
  may: 'reader' | 'owner' | 'nobody' | 'self' | ((thing: Thing, viewer: Viewer) => boolean)
  /** Answers are lists for everybody: unlisted notes are not in it, nor (`finds`) what minors publish. */
  shelf?: boolean
  finds?: boolean
  /** The words that the whole house knows are told to everybody, also to who is kept from the note that brought them. */
  vocabulary?: boolean
  /** What staff is told besides: things named here. */
  staff?: string[]
  /** Tables where the caller may leave rows of their own. */
  touches?: string[]
  /** Proof that it works for whoever may: this thing, this viewer. Without it: the first of the owner's, or a follower with the followers' note. */
  proof?: [thing: string, viewer: Viewer] | 'none'
}

export const once = (...asks: Ask[]) => ({ over: null, may: 'reader' as const, asks: () => asks })
/** A list of one's own things. */
export const own = (...things: string[]): Entry => once({ mine: things })
export const self: Entry = { over: null, may: 'self', asks: () => [] }
export const by = (over: string, may: Entry['may'], ask: (given: With) => Ask = () => ({}), more: Partial<Entry> = {}): Entry => ({
  over,
  may,
  asks: (given) => [{ params: { id: given.ids[over] ?? '' }, ...ask(given) }],
  ...more,
})
export const read = (over: string, shows: Field[] = []): Entry => by(over, 'reader', () => ({ shows }))
export const nobody = (ask: (world: World) => Ask): Entry => ({ over: null, may: 'nobody', asks: ({ world }) => [ask(world)] })
export const note = (given: With) => ({ subjectKind: 'note', subjectId: given.ids.note ?? '' })
const comment = (given: With) => ({ subjectKind: 'comment', subjectId: given.ids.comment ?? '' })
export const subjects = (shows: { note?: Field[]; comment?: Field[] }, more: Record<string, string> = {}): Entry[] => [
  { over: 'note', may: 'reader', asks: (given) => [{ query: { ...note(given), ...more }, shows: shows.note ?? [] }] },
  { over: 'comment', may: 'reader', asks: (given) => [{ query: { ...comment(given), ...more }, shows: shows.comment ?? [] }] },
]
export const inSubject = (may: Entry['may'], body: object, more: Partial<Entry> = {}): Entry => ({
  over: 'note',
  may,
  asks: (given) => [{ body: { ...note(given), ...body } }],
  ...more,
})
export const first = (text = '', count = 6): string => [...text].slice(0, count).join('')
export const misspelt = (text = ''): string => `${text.slice(0, 5)}${text[5] === 'z' ? 'y' : 'z'}${text.slice(6)}`
export const word = (asks: (words: Required<Thing['words']>, given: With) => Ask[], more: Partial<Entry> = {}): Entry => ({
  over: 'words',
  may: 'reader',
  asks: (given) => asks(given.words as Required<Thing['words']>, given),
  ...more,
})
export const HANDLES = ['author', 'locked', 'kid', 'shunned', 'follower', 'coauthor']
export const PICTURE = { title: 'Mine now' }
