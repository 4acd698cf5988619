import { type DemoMember, type DemoNote, drawer } from './world.ts'

/** What happens when in the demo world: pure, so that the same seed and moment give the same world. */
export type Act =
  | { at: number; do: 'follow'; by: string; whom: string }
  | { at: number; do: 'publish'; note: DemoNote }
  | { at: number; do: 'layer'; note: DemoNote; layer: number }
  | { at: number; do: 'comment'; note: DemoNote; comment: number }
  | { at: number; do: 'comment-layer'; note: DemoNote; comment: number }
  | { at: number; do: 'like' | 'save' | 'boost'; note: DemoNote; by: string }

const HOUR = 3_600_000
const DAYS = 60

/** Acts over the last 60 days before `now` (ms), in order of time. */
export function planWorld(members: DemoMember[], notes: DemoNote[], seed: number, now: number): Act[] {
  const draw = drawer(seed)
  const start = now - DAYS * 24 * HOUR
  const acts: Act[] = followActs(members, draw, start)
  for (const note of notes) {
    // A little more is written lately than at first, and less at night.
    const at = start + HOUR + (now - start - 2 * HOUR) * draw(`when ${note.id}`) ** 0.8
    acts.push({ at, do: 'publish', note })
    const later = (what: string, hours: number) => at + Math.min(hours * HOUR, now - at - 60_000) * (0.02 + 0.98 * draw(`${what} ${note.id}`))
    for (const layer of (note.layers ?? []).keys()) acts.push({ at: later(`layer ${layer}`, 20), do: 'layer', note, layer })
    commentActs(note, at, now, draw, acts)
    for (const member of members) reactionActs(note, member, draw, later, acts)
  }
  return acts.sort((a, b) => a.at - b.at || ORDER.indexOf(a.do) - ORDER.indexOf(b.do))
}

const ORDER = ['follow', 'publish', 'layer', 'comment', 'comment-layer', 'like', 'save', 'boost']

function followActs(members: DemoMember[], draw: (what: string) => number, start: number): Act[] {
  const acts: Act[] = []
  for (const a of members) {
    for (const b of members) {
      if (a === b) continue
      const shared = a.follows_topics.filter((topic) => b.follows_topics.includes(topic)).length
      if (draw(`follow ${a.handle} ${b.handle}`) < 0.08 + 0.16 * Math.min(shared, 4))
        acts.push({ at: start + HOUR * draw(`follows ${a.handle} ${b.handle}`), do: 'follow', by: a.handle, whom: b.handle })
    }
  }
  return acts
}

/** Comments in their order, each answer after what it answers, its layer soon after it. */
function commentActs(note: DemoNote, at: number, now: number, draw: (what: string) => number, acts: Act[]): void {
  const comments = note.comments ?? []
  const room = Math.min(72 * HOUR, now - at - 120_000)
  for (const [i, comment] of comments.entries()) {
    const when = at + room * ((i + draw(`comment ${i} ${note.id}`)) / (comments.length + 1))
    acts.push({ at: when, do: 'comment', note, comment: i })
    if (comment.layer) acts.push({ at: Math.min(now - 30_000, when + HOUR * draw(`answer ${i} ${note.id}`)), do: 'comment-layer', note, comment: i })
  }
}

function reactionActs(note: DemoNote, member: DemoMember, draw: (what: string) => number, later: (what: string, hours: number) => number, acts: Act[]): void {
  if (member.handle === note.by) return
  const cares = note.topics.some((topic) => member.follows_topics.includes(topic))
  const reads = [note.lang, ...(note.layers ?? []).map((layer) => layer.lang)].some((language) => member.reads.includes(language))
  const interest = (cares ? 0.5 : 0.06) + (reads ? 0.12 : 0)
  const luck = 0.4 + 1.2 * draw(`luck ${note.id}`)
  const one = `${member.handle} `
  if (draw(`like ${one}${note.id}`) < interest * luck) acts.push({ at: later(`like ${one}`, 120), do: 'like', note, by: member.handle })
  if (draw(`save ${one}${note.id}`) < interest * luck * 0.25) acts.push({ at: later(`save ${one}`, 120), do: 'save', note, by: member.handle })
  if (draw(`boost ${one}${note.id}`) < interest * luck * 0.04) acts.push({ at: later(`boost ${one}`, 96), do: 'boost', note, by: member.handle })
}
