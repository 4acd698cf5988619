import { after, DAY, type Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { NoteId } from '#ground/ids/index.ts'
import type { Job } from '#ground/jobs/index.ts'
import { bridgingOf, isOneSided, type Side } from '#pure/recommender/page/bridging.ts'
import { leaningsOf } from '#pure/recommender/page/leanings.ts'
import type { Bridging } from '#pure/recommender/page/types.ts'
import { bridgedIds, likedAcross, type Meeting, meetingsOf, putBridging } from './queries/bridging.ts'

/** Likes older than this say nothing of what people like now. */
const DAYS = 90
const AT_ONCE = 500
/** Notes whose meetings are read at once: some are seen by nearly everybody. */
const READ_AT_ONCE = 100
/** From so many meetings sides are learnt; what more there are only counts. */
const MOST_MEETINGS = 500_000

/** Works out anew, every hour, which notes readers of several languages like alike: `feed.keep-bridging`. */
export const keepBridging = ({ db, clock }: Ground): Job => ({
  name: 'feed.keep-bridging',
  every: '23 * * * *',
  concurrency: 1,
  deadlineSeconds: 1_800,
  async run() {
    const scores = await bridgingSince(db.q, after(clock.now(), -DAYS * DAY))
    const before = await bridgedIds(db.q)
    const notes = [...new Set([...before, ...scores.keys()])].map((id) => [id, scores.get(id as NoteId) ?? null] as const)
    for (let at = 0; at < notes.length; at += AT_ONCE) await db.transaction((tx) => putBridging(tx, notes.slice(at, at + AT_ONCE)))
  },
})

/** Of each note that readers of several languages like: how many of those who met it do, by language, and whether all who do are of one learnt side. */
async function bridgingSince(db: Reader, since: Instant): Promise<Map<NoteId, Bridging | null>> {
  const ids = await likedAcross(db, since)
  const sides = new Map<NoteId, Side[]>()
  const crowd = openCrowd()
  for (let at = 0; at < ids.length; at += READ_AT_ONCE)
    for (const [id, met] of Map.groupBy(await meetingsOf(db, ids.slice(at, at + READ_AT_ONCE), since), ({ note }) => note)) {
      sides.set(id, sidesOf(met))
      crowd.add(met)
    }
  const likers = crowd.sidesOfLikers()
  return new Map([...sides].map(([id, ofNote], note) => [id, isOneSided(likers[note] ?? []) ? null : bridgingOf(ofNote)]))
}

const sidesOf = (met: readonly Meeting[]): Side[] =>
  [...Map.groupBy(met, ({ language }) => language)].map(([language, group]) => ({
    language,
    likes: group.filter(({ liked }) => liked).length,
    readers: group.length,
  }))

/** Readers as numbers, and what they met, note after note. */
function openCrowd() {
  const numbers = new Map<string, number>()
  const [readers, notes, liked]: [number[], number[], boolean[]] = [[], [], []]
  let count = 0
  return {
    add(met: readonly Meeting[]): void {
      for (const meeting of met.length + readers.length > MOST_MEETINGS ? [] : met) {
        const number = numbers.get(meeting.reader) ?? numbers.size
        numbers.set(meeting.reader, number)
        readers.push(number)
        notes.push(count)
        liked.push(meeting.liked)
      }
      count += 1
    },
    /** By note: the sides of those who like it. */
    sidesOfLikers(): number[][] {
      const leanings = leaningsOf({ readers, notes, liked })
      const sides: number[][] = Array.from({ length: count }, () => [])
      for (const [at, reader] of readers.entries()) if (liked[at]) sides[notes[at] as number]?.push(leanings[reader] as number)
      return sides
    },
  }
}
