/**
 * Tells the feed what its reader does with a page that was served to them: what was in view, opened, read to the end, and coarsely for
 * how long. Loaded when the page is idle, and only where the page came with a token; what is paused or not signed in has none.
 * A browser that asks not to be tracked is believed: then nothing is watched.
 */
import { API } from '../api.ts'
import type { FeedPage } from '../api-types.ts'

type SignalEvent = [slot: number, kind: 'impression' | 'open' | 'finish'] | [slot: number, kind: 'dwell', seconds: number]
/** Which slot of which page a note stands in. */
interface Place {
  served: string
  slot: number
}

/** Half of a tile for a second. */
const HALF = 0.5
const SECOND_MS = 1000
const SEND_EVERY_MS = 10_000
/** An end that is in view at once is read no sooner than this. */
const READING_MS = 3000
/** What was opened last, for the note's own page: kept by the tab. */
const OPENED = 'opened'

const isAsked = navigator.doNotTrack === '1' || (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true

const places = new Map<string, Place>()
const done = new Set<string>()
const waiting = new Map<string, SignalEvent[]>()
const leaving = new Set<() => void>()
let sending: ReturnType<typeof setTimeout> | undefined

/** Puts an event into the next batch of its page; what cannot change any more is sent once. */
function tell({ served, slot }: Place, kind: SignalEvent[1], seconds = 0): void {
  const key = `${served} ${slot} ${kind}`
  if (kind !== 'dwell' && done.has(key)) return
  done.add(key)
  const events = waiting.get(served) ?? []
  events.push(kind === 'dwell' ? [slot, kind, seconds] : [slot, kind])
  waiting.set(served, events)
  sending ??= setTimeout(send, SEND_EVERY_MS)
}

function send(): void {
  clearTimeout(sending)
  sending = undefined
  for (const [served, events] of waiting) {
    const batch = new Blob([JSON.stringify({ served, events })], { type: 'application/json' })
    if (navigator.sendBeacon(`${API}/signals`, batch)) waiting.delete(served)
  }
}

const noteOf = (tile: Element): string => tile.id.slice('n-'.length)

const inView = new Map<Element, ReturnType<typeof setTimeout>>()
const eyes = new IntersectionObserver(
  (entries) => {
    for (const { target, intersectionRatio } of entries) {
      clearTimeout(inView.get(target))
      if (intersectionRatio >= HALF && !document.hidden) inView.set(target, setTimeout(seen, SECOND_MS, target))
      else inView.delete(target)
    }
  },
  { threshold: HALF },
)

function seen(tile: Element): void {
  inView.delete(tile)
  eyes.unobserve(tile)
  const place = places.get(noteOf(tile))
  if (place) tell(place, 'impression')
}

/** A click that leads to a note's page, also in another tab. */
function opening({ target, button }: MouseEvent): void {
  const tile = button < 2 && target instanceof Element && target.closest('.title a')?.closest('.tile')
  const place = tile && places.get(noteOf(tile))
  if (!place) return
  tell(place, 'open')
  sessionStorage.setItem(OPENED, JSON.stringify({ id: noteOf(tile), ...place }))
}

/** Watches the tiles of these pages; called again for more of them, or for the same after a way back. */
export function watch(pages: readonly FeedPage[]): void {
  if (isAsked) return
  for (const { served, items } of pages) {
    if (!served) continue
    for (const [slot, { id }] of items.entries()) {
      places.set(id, { served, slot })
      const tile = document.getElementById(`n-${id}`)
      if (tile) eyes.observe(tile)
    }
  }
}

/** Watches the page of a note that was opened from a feed; `end` stands where it ends. Answers how to stop. */
export function read(id: string, end: Element): () => void {
  const { id: opened, served, slot } = JSON.parse(sessionStorage.getItem(OPENED) ?? '{}') as Partial<Place & { id: string }>
  if (isAsked || opened !== id || served === undefined || slot === undefined) return () => {}
  const place = { served, slot }
  let shownMs = 0
  let since: number | null = performance.now()
  const shown = (): number => shownMs + (since === null ? 0 : performance.now() - since)
  const stay = () => {
    shownMs = shown()
    since = null
    tell(place, 'dwell', Math.floor(shownMs / 1000))
  }
  const back = () => {
    if (!document.hidden) since ??= performance.now()
  }
  let ending: ReturnType<typeof setTimeout>
  const atEnd = new IntersectionObserver(([entry]) => {
    clearTimeout(ending)
    if (entry?.isIntersecting) ending = setTimeout(() => tell(place, 'finish'), Math.max(0, READING_MS - shown()))
  })
  atEnd.observe(end)
  leaving.add(stay)
  document.addEventListener('visibilitychange', back)
  return () => {
    stay()
    clearTimeout(ending)
    atEnd.disconnect()
    leaving.delete(stay)
    document.removeEventListener('visibilitychange', back)
  }
}

/** The page is left, or another one is looked at: what waits is sent while it still can be. */
function leave(): void {
  for (const one of leaving) one()
  for (const timer of inView.values()) clearTimeout(timer)
  send()
}

if (!isAsked) {
  addEventListener('click', opening, true)
  addEventListener('auxclick', opening, true)
  addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) leave()
    // Looked at again: what is in view is so from now on.
    else
      for (const tile of inView.keys()) {
        eyes.unobserve(tile)
        eyes.observe(tile)
      }
  })
}
