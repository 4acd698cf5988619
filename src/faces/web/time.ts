/** The only file of the site that reads a clock or a calendar. */

/** Milliseconds since 1970, from the platform's monotonic clock. */
export const now = (): number => Math.round(performance.timeOrigin + performance.now())

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]
const FOUR_WEEKS = 28 * 86_400

/** "3 hours ago", "yesterday"; a date when older than four weeks; "now" under a minute. */
export function agoOf(locale: string, iso: string, at: number): string {
  const seconds = Math.max(0, (at - Date.parse(iso)) / 1000)
  if (seconds >= FOUR_WEEKS) return dateOf(locale, iso)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const step = STEPS.find(([, length]) => seconds >= length)
  return step ? relative.format(-Math.floor(seconds / step[1]), step[0]) : relative.format(0, 'second')
}

/** A calendar day. In UTC, so that server and browser print the same. */
export const dateOf = (locale: string, iso: string): string =>
  new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(iso))

/** Runs `work` after `ms` without another call; `flush` runs it now when it waits, `drop` forgets it. Browser only. */
export function lately(ms: number, work: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const drop = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  return {
    again() {
      drop()
      timer = setTimeout(() => {
        timer = undefined
        work()
      }, ms)
    },
    flush() {
      if (timer === undefined) return
      drop()
      work()
    },
    drop,
  }
}
/** Resolves after `ms`. */
export const rest = (ms: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, ms)
  })

/** `12:04`, in the zone of the browser. */
export const clockOf = (locale: string, at: number): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)

/** A day and a time in a zone, for people. */
export const momentOf = (locale: string, iso: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(Date.parse(iso))

/** What a `datetime-local` field of `timeZone` shows for an instant: `2026-03-01T12:00`. */
export function wallOf(iso: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(Date.parse(iso))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/** The instant at which clocks of `timeZone` show `wall`; null when it is no time. In the hour that autumn repeats, one of the two. */
export function instantOf(wall: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${wall}Z`)
  if (Number.isNaN(asUtc)) return null
  const shown = Date.parse(`${wallOf(new Date(asUtc).toISOString(), timeZone)}Z`)
  return new Date(asUtc - (shown - asUtc)).toISOString()
}
