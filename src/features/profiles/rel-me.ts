import { Parser } from 'htmlparser2'

/** Same page, however it is spelt: no fragment, query or slash at the end; host and handle have no case. */
function plainAddress(text: string, base?: string): string | null {
  const url = URL.parse(text, base)
  return url && `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}`.toLowerCase()
}

/**
 * Whether a page links to `profile` with rel=me (https://microformats.org/wiki/rel-me) in an `a` or `link` element.
 * `html` is at most as long as the fetch allowed; `base` is the page's own address, for relative links.
 */
export function linksBack(html: string, base: string, profile: string): boolean {
  const wanted = plainAddress(profile)
  let isThere = false
  const parser = new Parser({
    onopentag(name, { rel, href }) {
      if ((name !== 'a' && name !== 'link') || !rel || !href || isThere) return
      isThere = rel.toLowerCase().split(/\s+/).includes('me') && plainAddress(href.trim(), base) === wanted
    },
  })
  parser.end(html)
  return isThere
}
