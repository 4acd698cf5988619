import { rng } from './rng.ts'
import type { Family } from './scene.ts'
import { city } from './scenes/city.ts'
import { craft } from './scenes/craft.ts'
import { deskScenes } from './scenes/desk.ts'
import { drinks } from './scenes/drinks.ts'
import { food } from './scenes/food.ts'
import { hearth } from './scenes/hearth.ts'
import { kitchen } from './scenes/kitchen.ts'
import { land } from './scenes/land.ts'
import { move } from './scenes/move.ts'
import { pets } from './scenes/pets.ts'
import { sound } from './scenes/sound.ts'
import { stage } from './scenes/stage.ts'
import { travel } from './scenes/travel.ts'
import { wear } from './scenes/wear.ts'
import { wild } from './scenes/wild.ts'

export const families: readonly Family[] = [
  ...stage,
  ...sound,
  ...food,
  ...kitchen,
  ...hearth,
  ...drinks,
  ...city,
  ...travel,
  ...land,
  ...wild,
  ...pets,
  ...wear,
  ...craft,
  ...deskScenes,
  ...move,
]

/**
 * The families that suit a note, best first: those of its topics in order, then those of their kinds.
 * @param topics topic ids @param kinds topic kinds (second column of the topics table)
 */
export function suited(topics: readonly string[], kinds: readonly string[]): Family[] {
  const out = new Set<Family>()
  for (const t of topics) for (const f of families) if (f.topics.includes(t)) out.add(f)
  if (out.size === 0) for (const k of kinds) for (const f of families) if (f.kinds.includes(k)) out.add(f)
  if (out.size === 0) for (const f of families) if (f.kinds.includes('everyday-life')) out.add(f)
  return [...out]
}

/** The family for one picture of a note; pictures 0, 1, 2 … of one note take different ones while there are any. */
export function choose(note: string, index: number, topics: readonly string[], kinds: readonly string[]): Family {
  const all = suited(topics, kinds)
  // The first topic leads: its families come first more often than not.
  const lead = all.filter((f) => f.topics.includes(topics[0] ?? ''))
  const rest = all.filter((f) => !lead.includes(f))
  const r = rng(`${note}#family`)
  const order = [...r.shuffle(lead), ...r.shuffle(rest)]
  return order[index % order.length] as Family
}

/** Families that fill a wide, low band well. */
const WIDE = new Set([
  'skyline',
  'mountains',
  'sea',
  'desert',
  'snow',
  'forest',
  'camp',
  'cloth',
  'tiles',
  'books',
  'keys',
  'feast',
  'still life',
  'birds',
  'ceramics',
  'old town',
  'waves',
  'fish tank',
  'market stall',
])

export function chooseBanner(seed: string, topics: readonly string[]): Family {
  const r = rng(`${seed}#band`)
  const wide = families.filter((f) => WIDE.has(f.name))
  const fit = wide.filter((f) => topics.some((t) => f.topics.includes(t)))
  return r.pick(fit.length > 0 ? fit : wide)
}
