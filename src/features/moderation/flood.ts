/** What is counted per member, and how often it may happen in a minute and in a day. Ordinary use never meets these. */
export const FLOOD_LIMITS = {
  note: { minute: 10, day: 200 },
  comment: { minute: 20, day: 1_000 },
  like: { minute: 60, day: 5_000 },
  boost: { minute: 20, day: 500 },
  draft: { minute: 90, day: 10_000 },
  layer: { minute: 20, day: 1_000 },
  report: { minute: 10, day: 200 },
} as const
export type FloodAct = keyof typeof FLOOD_LIMITS
