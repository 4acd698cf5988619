/**
 * Features from top to bottom: each may import only from lines below its own, and only through `index.ts`.
 * `npm run check` holds it; the migrations run from the bottom up.
 */
export const order = [
  'notifications',
  'search',
  'feed',
  'boards',
  'profiles',
  'notes',
  'places',
  'topics',
  'language',
  'media',
  'moderation',
  'graph',
  'people',
  'settings',
] as const
