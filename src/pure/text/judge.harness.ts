import { Parser } from 'htmlparser2'

const TAGS = new Set('p br a span em strong b i u s del code pre blockquote ul ol li ruby rt rp'.split(' '))
const ATTRIBUTES: Record<string, string[]> = { a: ['href', 'rel', 'class'], span: ['class'] }
const CLASSES = new Set(['h-card', 'u-url', 'mention', 'hashtag', 'invisible', 'ellipsis'])
// A strict reader's grammar: a stray `<` would be a place where two parsers may disagree.
const GRAMMAR = /^(?:[^<>]|<\/?[a-z0-9]+(?: [a-z]+="[^"<>]*")*(?: \/)?>)*$/

/** Parses as a page would and lists everything that has no business there; `own` also allows links within this place. */
export function complaints(html: string, own = false): string[] {
  const found: string[] = []
  const allowed = own ? new Set([...TAGS, 'bdi', 'mark']) : TAGS
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!allowed.has(name)) found.push(`<${name}>`)
      for (const [key, value] of Object.entries(attributes)) {
        if (!ATTRIBUTES[name]?.includes(key)) found.push(`${name} ${key}`)
        if (key === 'class' && value.split(' ').some((c) => !CLASSES.has(c))) found.push(`class ${value}`)
      }
      const { href, rel } = attributes
      if (href === undefined) return
      const fine = /^(?:https?|mailto|gemini|acct):[^\s\u0000-\u001f]*$/i.test(href)
      if (!fine && !(own && /^\/(?![/\\])/.test(href))) found.push(`href ${href}`)
      if (fine && rel !== 'nofollow noopener') found.push(`rel ${rel}`)
    },
    oncomment: (text) => found.push(`comment ${text}`),
    onprocessinginstruction: (name) => found.push(`instruction ${name}`),
    oncdatastart: () => found.push('cdata'),
  })
  parser.end(html)
  if (!GRAMMAR.test(html)) found.push('grammar')
  return found
}
