import { after, DAY, type Instant } from '#ground/clock/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { countGraphemes } from '#pure/text/graphemes.ts'
import { normaliseLine, normaliseText } from '#pure/text/normalise.ts'
import type { ProfileLink } from './tables.ts'

/** Words and rules of profiles; no database. Lengths in graphemes. */
export const profileLimits = { bio: 500, links: 4, label: 40, url: 400, pinned: 5 } as const

/** Throws Refusal `bio-length`. */
export function checkBio(text: string): string {
  const bio = normaliseText(text).trim()
  if (countGraphemes(bio) > profileLimits.bio) throw new Refusal('bio-length', { field: 'bio', count: profileLimits.bio })
  return bio
}

/** Links in order, each once; what was proved of an address that stays is kept. Throws Refusal `links-count`, `link-form`, `link-label`. */
export function checkLinks(given: readonly { label: string; url: string }[], before: readonly ProfileLink[]): ProfileLink[] {
  if (given.length > profileLimits.links) throw new Refusal('links-count', { field: 'links', count: profileLimits.links })
  const links = new Map<string, ProfileLink>()
  for (const [position, { label, url }] of given.entries()) {
    const address = webAddress(url)
    if (address === null) throw new Refusal('link-form', { field: `links.${position}.url` })
    const name = normaliseLine(label) || address.hostname.replace(/^www\./, '')
    if (countGraphemes(name) > profileLimits.label) throw new Refusal('link-label', { field: `links.${position}.label`, count: profileLimits.label })
    links.set(address.href, { label: name, url: address.href, verifiedAt: before.find((one) => one.url === address.href)?.verifiedAt ?? null })
  }
  return [...links.values()]
}

const STILL_THERE_DAYS = 30

/**
 * When to look at a linked page again: a proved one after 30 days; one that proved nothing, or did not answer, after 1, 2, 4 … at most 30.
 * `misses`: how often in a row it did so before this look.
 */
export function nextLook(proved: boolean, misses: number, now: Instant): { at: string; misses: number } {
  const days = proved ? STILL_THERE_DAYS : Math.min(STILL_THERE_DAYS, 2 ** misses)
  return { at: after(now, days * DAY).toISOString(), misses: proved ? 0 : misses + 1 }
}

/** Only plain web addresses: no other scheme, no name or password inside. */
function webAddress(text: string): URL | null {
  const trimmed = text.trim()
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`)
  const isPlain =
    url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '' && url.hostname.includes('.')
  return isPlain && url.href.length <= profileLimits.url ? url : null
}

/** `@lin`, `lin` or `lin@elsewhere.example` → what people's findActor wants. `here` is this place's own host. */
export function readHandle(text: string, here: string): { handle: string; host: string | null } {
  const [handle = '', host] = text.replace(/^@/, '').split('@')
  return { handle, host: host === undefined || host === here ? null : host }
}
