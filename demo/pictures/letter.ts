import sharp from 'sharp'
import type { Sheet } from './brush.ts'

export type Script = 'latin' | 'han' | 'kana' | 'hangul' | 'cyrillic' | 'arabic' | 'devanagari'
export interface Letters {
  /** The note's title, cleaned, or '' when this machine cannot draw its script. */
  title: string
  language: string
  scripts: ReadonlySet<Script>
}

const PROBE: Record<Script, string> = { latin: 'g', han: '永', kana: 'あ', hangul: '한', cyrillic: 'ж', arabic: 'ع', devanagari: 'क' }
const HAN: Record<string, string> = { 'zh-Hant': 'TC', ja: 'JP', ko: 'KR' }

/** Scripts a text needs. */
export function scriptsOf(text: string): Script[] {
  const tests: [Script, RegExp][] = [
    ['han', /\p{Script=Han}/u],
    ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
    ['hangul', /\p{Script=Hangul}/u],
    ['cyrillic', /\p{Script=Cyrillic}/u],
    ['arabic', /\p{Script=Arabic}/u],
    ['devanagari', /\p{Script=Devanagari}/u],
    ['latin', /\p{Script=Latin}|\d/u],
  ]
  return tests.filter(([, t]) => t.test(text)).map(([s]) => s)
}

export function fontOf(language: string, serif: boolean): string {
  const kind = serif ? 'Serif' : 'Sans'
  if (language === 'ar') return `'Noto ${serif ? 'Naskh' : 'Kufi'} Arabic', 'Noto Sans Arabic', ${kind.toLowerCase()}`
  const region = HAN[language] ?? 'SC'
  const latin = /^(zh|ja|ko)/.test(language) ? '' : `'Noto ${kind} Display', 'Noto ${kind}', `
  return `${latin}'Noto ${kind} CJK ${region}', 'Source Han ${kind}', 'PingFang SC', 'Noto ${kind}', ${serif ? 'serif' : 'sans-serif'}`
}

/** A glyph that prints as nothing, or as a box whose left and top edges are solid, is a missing one. */
async function canDraw(script: Script): Promise<boolean> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"><rect width="96" height="96" fill="#fff"/><text x="48" y="66" font-size="52" text-anchor="middle" font-family="${fontOf(script === 'arabic' ? 'ar' : 'zh-Hans', false)}">${PROBE[script]}</text></svg>`
  const { data } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true })
  const ink = (x: number, y: number): boolean => (data[y * 96 + x] ?? 255) < 128
  const spots: [number, number][] = []
  for (let y = 0; y < 96; y++) for (let x = 0; x < 96; x++) if (ink(x, y)) spots.push([x, y])
  if (spots.length < 12) return false
  const left = Math.min(...spots.map(([x]) => x))
  const top = Math.min(...spots.map(([, y]) => y))
  const tall = Math.max(...spots.map(([, y]) => y)) - top + 1
  const wide = Math.max(...spots.map(([x]) => x)) - left + 1
  const onLeft = spots.filter(([x]) => x === left).length
  const onTop = spots.filter(([, y]) => y === top).length
  return !(onLeft > tall * 0.85 && onTop > wide * 0.85)
}

let known: Promise<ReadonlySet<Script>> | undefined
/** Scripts this machine's fonts can draw; asked once per process. */
export function drawableScripts(): Promise<ReadonlySet<Script>> {
  known ??= Promise.all((Object.keys(PROBE) as Script[]).map(async (s) => ((await canDraw(s)) ? s : undefined))).then(
    (list) => new Set(list.filter((s) => s !== undefined)),
  )
  return known
}

export async function lettersFor(title: string, language: string): Promise<Letters> {
  const scripts = await drawableScripts()
  const clean = title.replace(/\p{Extended_Pictographic}|\u{fe0f}|[#<>&"]/gu, '').trim()
  return { title: scriptsOf(clean).every((s) => scripts.has(s)) ? clean : '', language, scripts }
}

export const isWide = (text: string): boolean => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)

/** Rough width of a bold line in em. */
export function ems(text: string): number {
  let sum = 0
  for (const c of text) {
    if (isWide(c) || /[\u3000-\u303f\uff00-\uffef]/.test(c)) sum += 1
    else if (/[iljtfrI.,'’:;!| ()]/.test(c)) sum += 0.36
    else if (/[mwMW@%—]/.test(c)) sum += 0.95
    else if (/[A-ZА-ЯЁÀ-Þ]/.test(c)) sum += 0.7
    else sum += 0.6
  }
  return sum
}

/** The first clause of a title: what a poster would say. Up to 30 letters or 14 Han characters, else ''. */
export function headline(l: Letters): string {
  for (const part of l.title.split(/[，。,:：;；—–!！?？、…()（）《》「」『』“”"|/]|\.\s|\s-\s/u)) {
    const t = part.trim().replace(/[.。]$/, '')
    if (ems(t) >= 1.5 && ems(t) <= (isWide(t) ? 16 : 21)) return t
  }
  return ''
}

/** Breaks a text into at most `max` lines of like length, between words. */
export function wrap(text: string, language: string, max: number): string[] {
  const words =
    isWide(text) && !/\p{Script=Hangul}/u.test(text)
      ? [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map((s) => s.segment)
      : text.split(/\s+/).map((w, i, all) => (i < all.length - 1 ? `${w} ` : w))
  const longest = Math.max(...words.map((w) => ems(w.trim())))
  for (let width = Math.max(longest, ems(text) / max); ; width *= 1.08) {
    const out: string[] = []
    for (const w of words) {
      const last = out[out.length - 1]
      if (last !== undefined && ems(last + w.trim()) <= width + 0.01) out[out.length - 1] = last + w
      else out.push(w)
    }
    if (out.length <= max) return out.map((t) => t.trim()).filter(Boolean)
  }
}

export interface Setting {
  language: string
  anchor?: 'start' | 'middle' | 'end'
  serif?: boolean
  /** Extra weight as a share of the size, 0–0.06. */
  fat?: number
  /** Horizontal squeeze, 1 = none. */
  squeeze?: number
  rot?: number
  weight?: number
  track?: number
}

const unmarked = (s: string): string => s.replace(/[<>&"]/g, '')

/** Sets one line with its baseline at (x, y). */
export function word(g: Sheet, text: string, x: number, y: number, size: number, color: string, s: Setting): void {
  const fat = s.fat ? ` stroke="${color}" stroke-width="${(s.fat * size).toFixed(1)}" stroke-linejoin="round"` : ''
  g.out.push(
    `<text transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${s.rot ?? 0}) scale(${s.squeeze ?? 1} 1)" font-family="${fontOf(s.language, s.serif ?? false)}" font-size="${size.toFixed(1)}" font-weight="${s.weight ?? 700}" text-anchor="${s.anchor ?? 'middle'}"${s.track ? ` letter-spacing="${s.track}"` : ''} fill="${color}"${fat} xml:lang="${s.language}">${unmarked(text)}</text>`,
  )
}

/** Sets a text downwards, one character under the other, first character's centre at (x, y). */
export function column(g: Sheet, text: string, x: number, y: number, size: number, color: string, s: Setting): void {
  ;[...text].forEach((c, i) => {
    if (c.trim()) word(g, c, x, y + i * size * 1.06 + size * 0.36, size, color, { ...s, anchor: 'middle' })
  })
}
