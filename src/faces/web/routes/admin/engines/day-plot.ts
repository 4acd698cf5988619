import type { EngineUse } from '../../../account-types.ts'

export interface Bar {
  /** Day of the month, from 1. */
  day: number
  engine: number
  /** Shares of the tallest day, 0..1, from the bottom. */
  from: number
  height: number
}

/** Engines that were sent something in the month, by name. */
export const enginesOf = (days: EngineUse['days']): string[] => [...new Set(days.map(({ engine }) => engine))].sort()

export const daysIn = (month: string): number => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  if (number === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(number) ? 30 : 31
}

/** The month before (-1) or after (1) `2026-03`. */
export function monthBeside(month: string, step: -1 | 1): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const count = year * 12 + number - 1 + step
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** `2026-03` as people say it: March 2026. */
export const monthName = (locale: string, month: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${month}-01`))

/** `2026-03-09` in a list of one month: Mon 9. */
export const dayName = (locale: string, day: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', weekday: 'short', timeZone: 'UTC' }).format(Date.parse(day))

/** One bar for each engine and day, those of one day on top of one another. */
export function barsOf(days: EngineUse['days']): Bar[] {
  const engines = enginesOf(days)
  const totals = new Map<string, number>()
  for (const { day, characters } of days) totals.set(day, (totals.get(day) ?? 0) + characters)
  const most = Math.max(1, ...totals.values())
  const filled = new Map<string, number>()
  return days.map(({ day, engine, characters }) => {
    const from = filled.get(day) ?? 0
    filled.set(day, from + characters / most)
    return { day: Number(day.slice(8)), engine: engines.indexOf(engine), from, height: characters / most }
  })
}
