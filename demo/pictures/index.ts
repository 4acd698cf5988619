import { margin, print, seal, sheet } from './compose.ts'
import { emblem } from './emblem.ts'
import { choose, chooseBanner } from './families.ts'
import { drawableScripts, lettersFor } from './letter.ts'
import { palettes } from './palette.ts'
import { type Rng, rng } from './rng.ts'

export interface PictureSpec {
  /** Note id and picture number, e.g. "zh-001/0"; pictures of one note share palette and ratio. */
  seed: string
  /** Topic ids, the main one first. */
  topics: readonly string[]
  /** Kinds of those topics. */
  kinds: readonly string[]
  title: string
  /** BCP 47 */
  language: string
  /** City slug */
  place?: string
  /** width / height; by default one of 3:4, 4:5, 1:1, 4:3 by the seed. */
  ratio?: number
}
export interface Picture {
  data: Buffer
  mediaType: 'image/jpeg'
  width: number
  height: number
}

/** Drawn on a sheet of this width, printed smaller: a demo world is mostly the time that its pictures take. */
const WIDTH = 1080
const PRINTED = 810
const RATIOS = [3 / 4, 3 / 4, 3 / 4, 4 / 5, 4 / 5, 1, 4 / 3] as const

/** Draws one picture of a note: 810 px wide JPEG; the same spec gives the same bytes on one machine. */
export async function drawPicture(spec: PictureSpec): Promise<Picture> {
  const [note = '', number = '0'] = spec.seed.split('/')
  const whole: Rng = rng(`${note}#whole`)
  const palette = whole.pick(palettes)
  const ratio = spec.ratio ?? whole.pick(RATIOS)
  const height = Math.round(WIDTH / ratio)
  const family = choose(note, Number.parseInt(number, 10) || 0, spec.topics, spec.kinds)
  const r = rng(`${spec.seed}#${family.name}`)
  const g = sheet(r, WIDTH, height, palette)
  const letters = await lettersFor(spec.title, spec.language)
  family.draw(g, { letters, topics: spec.topics, place: spec.place ?? '' })
  if (whole.chance(0.3)) {
    const size = 40
    margin(g, size, g.p.paper)
    if (whole.chance(0.5)) seal(g, WIDTH - size - 78, height - size - 78, 46)
  }
  const mirrored = !family.lettered && whole.chance(0.5)
  return { data: await print(g, { mirrored, width: PRINTED }), mediaType: 'image/jpeg', width: PRINTED, height: Math.round((height * PRINTED) / WIDTH) }
}

/** A member's emblem: 512 × 512 JPEG. */
export async function drawAvatar(seed: string, name: string): Promise<Buffer> {
  const r = rng(`${seed}#avatar`)
  const g = sheet(r, 512, 512, r.pick(palettes))
  emblem(g, name, await drawableScripts())
  return print(g)
}

/** A profile's or topic's band: 1500 × 500 JPEG. */
export async function drawBanner(seed: string, topics: readonly string[]): Promise<Buffer> {
  const r = rng(`${seed}#banner`)
  const g = sheet(r, 1500, 500, r.pick(palettes))
  const letters = { title: '', language: 'en', scripts: await drawableScripts() }
  chooseBanner(seed, topics).draw(g, { letters, topics, place: '' })
  return print(g, { mirrored: r.chance(0.5) })
}
