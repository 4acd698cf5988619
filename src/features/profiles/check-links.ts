import { findActor } from '#features/people/index.ts'
import { instant } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { FetchFailed, FetchRefused } from '#ground/fetch/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { nextLook } from './profile.ts'
import { linksDue, lockProfile, profileOf, setLinks } from './queries/profiles.ts'
import { linksBack } from './rel-me.ts'

export const CHECK_LINKS = 'profiles.check-links'
const DEADLINE_MS = 8_000
const MOST_AT_ONCE = 200

/** Looks at each linked page that is due and keeps whether it links back. A page that cannot be reached keeps what was known of it. */
export async function checkLinksOf(ground: Ground, actorId: ActorId): Promise<void> {
  const { db, clock, config } = ground
  const actor = await findActor(db.q, { id: actorId })
  const { links } = await profileOf(db.q, actorId)
  if (!actor || links.length === 0) return
  const found = new Map<string, boolean | null>()
  for (const { url, next } of links)
    if (!next || instant(next.at) <= clock.now()) found.set(url, await pageLinksBack(ground, url, `${config.origin}/@${actor.handle}`))
  await db.transaction(async (tx) => {
    const at = clock.now()
    const now = await lockProfile(tx, actorId, at)
    await setLinks(
      tx,
      actorId,
      now.links.map((link) => {
        const proved = found.get(link.url)
        if (proved === undefined) return link
        const verifiedAt = proved === null ? link.verifiedAt : proved ? (link.verifiedAt ?? at.toISOString()) : null
        return { ...link, verifiedAt, next: nextLook(proved === true, link.next?.misses ?? 0, at) }
      }),
      at,
    )
  })
}

/** Asks for a look at the links that are due; each hour, some at a time. */
export async function checkDueLinks({ db, clock, jobs }: Ground): Promise<void> {
  for (const actorId of await linksDue(db.q, clock.now(), MOST_AT_ONCE)) await jobs.enqueue(db.q, CHECK_LINKS, { actorId }, { key: actorId })
}

/** Null when the page did not answer. */
async function pageLinksBack({ fetch }: Ground, url: string, profile: string): Promise<boolean | null> {
  try {
    const page = await fetch.get(url, { accept: 'text/html, application/xhtml+xml', deadlineMs: DEADLINE_MS })
    // A page that sends on to another host proves that host, not the one that is shown: an open redirect would prove anybody's.
    const isSameHost = URL.parse(page.url)?.hostname === URL.parse(url)?.hostname
    return page.status === 200 && isSameHost && /html/i.test(page.headers.get('content-type') ?? '') && linksBack(page.text(), page.url, profile)
  } catch (error) {
    if (error instanceof FetchFailed || error instanceof FetchRefused) return null
    throw error
  }
}
