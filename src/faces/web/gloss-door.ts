import { mount } from 'svelte'
import { WORDS, type Words } from './words.ts'

type Gloss = typeof import('./gloss.svelte.ts')
type Where = import('./gloss-sheets.ts').Where
let opened: Promise<Gloss> | null = null

/** The dictionary's code comes when the page has nothing else to do, at the latest with the first tap; its panel is then on the page for good. */
function open(words: Words): Promise<Gloss> {
  opened ??= (async () => {
    const [{ default: GlossPopover }, gloss] = await Promise.all([import('./parts/GlossPopover.svelte'), import('./gloss.svelte.ts')])
    mount(GlossPopover, { target: document.body, context: new Map([[WORDS, words]]) })
    return gloss
  })()
  return opened
}

const fetchSheets = async (layers: readonly string[]): Promise<void> => (await import('./gloss-sheets.ts')).fetchSheets(layers)

/** Layers that came onto the page and were not asked for yet. */
const waiting = new Set<string>()

/** What a page shows can be tapped without waiting, and read later without a connection, its words too: one request for all of its texts. */
function prepare(words: Words, layer: string): void {
  waiting.add(layer)
  if (waiting.size > 1) return
  const whenIdle = window.requestIdleCallback ?? setTimeout
  whenIdle(() => {
    const layers = [...waiting]
    waiting.clear()
    void open(words)
    void fetchSheets(layers)
  })
}

/** `{@attach glossable(language, words, where)}`: a tap on any word inside opens its gloss. No language, no gloss. */
export const glossable = (language: string | null, words: Words, where: Where) => (node: HTMLElement) => {
  if (!language) return
  const near = () => {
    void open(words)
    void fetchSheets([where.layer])
  }
  const tapped = async (event: MouseEvent) => {
    if ((event.target as Element).closest('a, button') || !getSelection()?.isCollapsed) return
    ;(await open(words)).openAtPoint(node, event.clientX, event.clientY, language, where)
  }
  prepare(words, where.layer)
  for (const sign of SIGNS) node.addEventListener(sign, near, { once: true })
  node.addEventListener('click', tapped)
  return () => {
    for (const sign of SIGNS) node.removeEventListener(sign, near)
    node.removeEventListener('click', tapped)
  }
}
/** Of somebody who is about to tap a word. */
const SIGNS = ['pointerenter', 'pointerdown'] as const

/** Opens the first word of a text: the way in for the keyboard. */
export async function readFrom(node: HTMLElement, language: string, words: Words, where: Where): Promise<void> {
  ;(await open(words)).openFirst(node, language, where)
}
