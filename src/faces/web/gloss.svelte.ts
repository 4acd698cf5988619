import { api, problemOf } from './api.ts'
import type { Gloss, SavedWord, WordCount } from './api-types.ts'
import { type BlockWord, type Where, wordsOfBlock } from './gloss-sheets.ts'
import { toast } from './toasts.svelte.ts'

interface Open {
  language: string
  /** The word as it stands in the text, and where it stands on the screen. */
  word: string
  rect: DOMRect
  entry: Gloss | null
  /** Comes a moment after the entry. */
  notes: WordCount | null
  /** `lost`: there is no connection. */
  state: 'looking' | 'found' | 'nothing' | 'lost'
}

/** The one gloss of the page. Browser only. */
export const gloss = $state<{ open: Open | null }>({ open: null })

interface Spot {
  block: HTMLElement
  where: Where
  text: string
  words: readonly BlockWord[]
  index: number
  language: string
}
let spot: Spot | null = null
const known = new Map<string, Gloss | null>()
const counts = new Map<string, WordCount>()
const MOST_KNOWN = 300
/** Letters sent before and after the word: enough for its sentence. */
const AROUND = 150

/** The word under a point of the screen, inside `root`. */
export function openAtPoint(root: HTMLElement, x: number, y: number, language: string, where: Where): void {
  const at = caretAt(x, y)
  if (at && root.contains(at.node)) openAt(root, at.node, at.offset, language, where)
}

/** Opens the first word of a text: the way in for the keyboard. */
export function openFirst(node: HTMLElement, language: string, where: Where): void {
  const [first] = textNodes(node)
  if (first) openAt(node, first, 0, language, where)
}

export function step(by: 1 | -1): void {
  if (!spot) return
  const next = spot.index + by
  if (next >= 0 && next < spot.words.length) show({ ...spot, index: next })
}

export function close(): void {
  gloss.open = null
  spot = null
  CSS.highlights?.delete('gloss')
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if ('caretPositionFromPoint' in document) {
    const at = document.caretPositionFromPoint(x, y)
    return at && { node: at.offsetNode, offset: at.offset }
  }
  const range = (document as unknown as { caretRangeFromPoint?(x: number, y: number): Range | null }).caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}

function openAt(root: HTMLElement, node: Node, offset: number, language: string, where: Where): void {
  const block = node.parentElement?.closest<HTMLElement>('p, li, h1, h2, h3, blockquote, td, dd') ?? root
  const nodes = textNodes(block)
  const text = nodes.map(({ data }) => data).join('')
  // A tap on a small reading means the word under it.
  const reading = node.parentElement?.closest('rt')
  const at = reading ? before(nodes, reading) - 1 : before(nodes, node) + offset
  const words = wordsOfBlock(where, text) ?? cut(text, language)
  const index = words.findIndex(({ end }) => at < end)
  if (index >= 0) show({ block, where, text, words, index, language })
}

/** As the browser cuts it, until it is known how we do. */
const cut = (text: string, language: string): BlockWord[] =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
    .filter((one) => one.isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }))

/** The text of a block without the small readings over its words. */
function textNodes(block: Node): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, ({ parentElement }) =>
    parentElement?.closest('rt, rp') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  const nodes: Text[] = []
  while (walker.nextNode()) nodes.push(walker.currentNode as Text)
  return nodes
}

/** How many letters stand before a node. */
const before = (nodes: readonly Text[], node: Node): number =>
  nodes.reduce((sum, one) => (one !== node && node.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING ? sum + one.length : sum), 0)

function show(next: Spot): void {
  const word = next.words[next.index]
  if (!word) return
  spot = next
  const range = rangeOf(next.block, word.start, word.end - word.start)
  if (typeof Highlight !== 'undefined') CSS.highlights.set('gloss', new Highlight(range))
  const open = { language: next.language, word: next.text.slice(word.start, word.end), rect: range.getBoundingClientRect(), notes: null }
  gloss.open = word.entry ? { ...open, entry: word.entry, state: 'found' } : { ...open, entry: null, state: 'looking' }
  // The state's own copy, so that a word that is kept shows it.
  if (gloss.open.entry) void count(gloss.open.entry)
  else void look(next, word)
}

async function look({ text, language }: Spot, word: BlockWord): Promise<void> {
  const from = Math.max(0, word.start - AROUND)
  const part = text.slice(from, word.end + AROUND)
  const key = `${language} ${word.start - from} ${part}`
  if (!known.has(key)) {
    if (known.size > MOST_KNOWN) known.clear()
    const found = await api.get<Gloss>('/gloss', { text: part, language, offset: word.start - from }).catch((error: unknown) => problemOf(error).status)
    if (typeof found !== 'number') known.set(key, found)
    else if (found === 404) known.set(key, null)
  }
  // Another word may have been tapped meanwhile.
  if (spot?.text !== text || spot.words[spot.index]?.start !== word.start || !gloss.open) return
  const entry = known.get(key) ?? null
  gloss.open.entry = entry
  gloss.open.state = entry ? 'found' : known.has(key) ? 'nothing' : 'lost'
  if (entry) await count(entry)
}

/** Notes with the same word; of no weight when it cannot be had. */
async function count(entry: Gloss): Promise<void> {
  const found = counts.get(entry.headword) ?? (await api.get<WordCount>('/search/count', { q: entry.headword }).catch(() => null))
  if (!found) return
  counts.set(entry.headword, found)
  if (gloss.open?.entry?.headword === entry.headword) gloss.open.notes = found
}

/** Keeps the open word among the reader's, or takes it out again. */
export async function keep(on: boolean): Promise<void> {
  const entry = gloss.open?.entry
  const word = spot?.words[spot.index]
  if (!entry || !spot || !word) return
  const { text, language, where } = spot
  const before = entry.savedId
  try {
    if (!on && before) await api.delete(`/words/${before}`)
    const saved = on ? await api.post<SavedWord>('/words', { text, language, offset: word.start, subjectKind: where.kind, subjectId: where.id }) : null
    entry.savedId = saved?.id ?? null
    if (word.entry) word.entry.savedId = entry.savedId
    known.clear()
  } catch (error) {
    toast({ problem: problemOf(error) })
  }
}

function rangeOf(block: HTMLElement, start: number, length: number): Range {
  const range = document.createRange()
  let seen = 0
  let begun = false
  for (const node of textNodes(block)) {
    if (!begun && start < seen + node.length) {
      range.setStart(node, start - seen)
      begun = true
    }
    if (begun && start + length <= seen + node.length) {
      range.setEnd(node, start + length - seen)
      break
    }
    seen += node.length
  }
  return range
}
