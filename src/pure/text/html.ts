import type { Attributes, IOptions, Tag } from 'sanitize-html'
import sanitizeHtml from 'sanitize-html'
import { escapeHtml, type Mark, markedHtml } from './marks.ts'
import { findSpans } from './spans.ts'

/** Where mentions and topics of a text lead; null leaves the words without a link. */
export type TextLinks = {
  mention: (handle: string) => string | null
  hashtag: (label: string) => string | null
}

const TAGS = ['p', 'br', 'a', 'span', 'em', 'strong', 'b', 'i', 'u', 's', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'ruby', 'rt', 'rp']
// Microformat classes that peers read and write; no other class may reach a page.
const CLASSES = new Set(['h-card', 'u-url', 'mention', 'hashtag', 'invisible', 'ellipsis'])
const SCHEME = /^(?:https?|mailto|gemini|acct):/i
// Their content goes with them: it is code, foreign markup or raw text, never something to read.
const DROPPED = [
  'script',
  'style',
  'textarea',
  'option',
  'select',
  'noscript',
  'svg',
  'math',
  'template',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'object',
  'applet',
  'plaintext',
  'audio',
  'video',
  'canvas',
]
const MAX_DEPTH = 24
const MAX_PASSES = 4

function safeAddress(href: string | undefined, ownAddresses: boolean): string | undefined {
  // Browsers drop tabs and line ends inside an address, so they are dropped before it is judged.
  const plain = href?.replace(/[\u0000-\u0020\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060-\u206F\uFEFF]/g, '')
  if (!plain) return undefined
  if (SCHEME.test(plain)) return plain
  return ownAddresses && /^\/(?![/\\])/.test(plain) ? plain : undefined
}

function classesOf(value: string | undefined): string {
  return (value ?? '')
    .split(/\s+/)
    .filter((name) => CLASSES.has(name))
    .join(' ')
}

function linkOf(attribs: Attributes, ownAddresses: boolean): Tag {
  const href = safeAddress(attribs.href, ownAddresses)
  if (!href) return { tagName: 'span', attribs: {} }
  const kept: Attributes = { href }
  const classes = classesOf(attribs.class)
  if (classes) kept.class = classes
  if (!href.startsWith('/')) kept.rel = 'nofollow noopener'
  return { tagName: 'a', attribs: kept }
}

function profile(own: boolean): IOptions {
  const heading = { h1: 'p', h2: 'p', h3: 'p', h4: 'p', h5: 'p', h6: 'p' }
  return {
    allowedTags: own ? [...TAGS, 'bdi', 'mark'] : TAGS,
    allowedAttributes: { a: ['href', 'rel', 'class'], span: ['class'], ...(own ? { rt: ['aria-hidden'], rp: ['aria-hidden'] } : {}) },
    allowedSchemes: ['http', 'https', 'mailto', 'gemini', 'acct'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nonTextTags: DROPPED,
    nestingLimit: MAX_DEPTH,
    parseStyleAttributes: false,
    transformTags: {
      ...heading,
      a: (_name, attribs) => linkOf(attribs, own),
      span: (_name, attribs) => {
        const classes = classesOf(attribs.class)
        return { tagName: 'span', attribs: classes ? { class: classes } : {} }
      },
    },
  }
}

const ANYONES = profile(false)
const OWN = profile(true)

/** One pass can leave what the next one still tidies (`<h1><p>`), so it runs until nothing changes. */
function clean(html: string, options: IOptions): string {
  let current = html.toWellFormed()
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const next = sanitizeHtml(current, options)
    if (next === current) return next
    current = next
  }
  return `<p>${escapeHtml(textOf(current))}</p>`
}

/**
 * HTML from anywhere, reduced to the allow list of the house: no scripts, styles, ids, handlers, foreign markup;
 * links only to http, https, mailto, gemini and acct, with rel="nofollow noopener"; headings become paragraphs.
 * Never throws; applying it twice changes nothing more.
 */
export function sanitiseHtml(html: string): string {
  return clean(html, ANYONES)
}

/** As `sanitiseHtml`, for HTML that `textToHtml` made: also keeps `<bdi>`, `<mark>`, `aria-hidden` of readings and addresses on this server (`/…`). */
export function sanitiseOwnHtml(html: string): string {
  return clean(html, OWN)
}

function linkHtml(href: string | null, name: string, inside: string): string {
  return href ? `<a href="${escapeHtml(href)}" class="${name}">${inside}</a>` : inside
}

/** One paragraph or line; `marks` count from its beginning. Links, mentions and topics take no marks. */
function paragraphHtml(text: string, links: TextLinks, marks: readonly Mark[]): string {
  let html = ''
  let from = 0
  for (const span of findSpans(text)) {
    const shown = escapeHtml(text.slice(span.start, span.end))
    const link =
      span.kind === 'url'
        ? `<a href="${escapeHtml(span.value)}">${shown}</a>`
        : span.kind === 'mention'
          ? `<bdi>${linkHtml(links.mention(span.value), 'mention', shown)}</bdi>`
          : span.kind === 'hashtag'
            ? linkHtml(links.hashtag(span.value), 'mention hashtag', shown)
            : shown
    html += markedHtml(text, from, span.start, marks) + link
    from = span.end
  }
  return (html + markedHtml(text, from, text.length, marks)).replaceAll('\n', '<br />')
}

const moved = (marks: readonly Mark[], by: number): Mark[] => marks.map((mark) => ({ ...mark, start: mark.start - by, end: mark.end - by }))

/**
 * Plain text as HTML: an empty line begins a paragraph, a line end is a `<br>`, links, mentions and topics are linked, `marks` (with the offsets of
 * `text`, whose line ends are `\n`) get their readings. The result has been through the sanitiser. The empty string gives the empty string.
 */
export function textToHtml(text: string, links: TextLinks, marks: readonly Mark[] = []): string {
  let html = ''
  let from = 0
  for (const piece of text.replace(/\r\n?/g, '\n').split(/(\n{2,})/)) {
    if (piece.trim() !== '') html += `<p>${paragraphHtml(piece, links, moved(marks, from))}</p>`
    from += piece.length
  }
  return sanitiseOwnHtml(html)
}

/** As `textToHtml` for runs of text that stand inside a paragraph (sentences): one piece of HTML each, without `<p>`. */
export function linesToHtml(lines: readonly string[], links: TextLinks, marks: readonly (readonly Mark[])[] = []): string[] {
  if (lines.length === 0) return []
  // One pass for all: the sanitiser keeps paragraphs apart, and no line can hold one.
  const html = sanitiseOwnHtml(lines.map((line, i) => `<p>${paragraphHtml(line, links, marks[i] ?? [])}</p>`).join(''))
  return html.slice('<p>'.length, -'</p>'.length).split('</p><p>')
}

const BLOCK = new Set(['p', 'pre', 'blockquote', 'ul', 'ol'])
const ENTITY: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** Text of HTML that is already clean, where every `<` begins a tag. */
function textOf(cleanHtml: string): string {
  let hidden = 0
  let text = ''
  for (const [, raw, close, name = ''] of cleanHtml.matchAll(/([^<]+)|<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (raw !== undefined) text += hidden > 0 ? '' : raw
    else if (name === 'rt' || name === 'rp') hidden += close ? -1 : 1
    else if (name === 'br') text += '\n'
    else if (BLOCK.has(name)) text += '\n\n'
    else if (name === 'li') text += '\n'
  }
  return text
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .replace(/&(?:amp|lt|gt|quot);/g, (e) => ENTITY[e] ?? e)
}

/** The readable text of any HTML: paragraphs divided by an empty line, ruby readings left out, entities decoded. */
export function htmlToText(html: string): string {
  return textOf(sanitiseHtml(html))
}
