/** Draws docs/map.svg and the generated part of docs/map.md from the code. `--check` only says whether they are in step. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FeatureFacts, factsOf, type HouseFacts } from './house-facts.ts'
import { house, read, report } from './tree.ts'

const BEGIN = '<!-- drawn from the code by tools/draw-house.ts: begin -->'
const END = '<!-- drawn from the code: end -->'
const OPENING = `# The house

![Floors, rooms and arrows of Commonplace](map.svg)

`

const WIDTH = 1000
const LEFT = 330
const RIGHT = 670
const ROW = 46
const BOX = 36
const INK = '#2b2622'
const FAINT = '#7a7068'
const CALL = '#1f6f78'
const EVENT = '#b4532a'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const text = (x: number, y: number, words: string, style = ''): string => `<text x="${x}" y="${y}" ${style}>${escaped(words)}</text>`

/** A floor: its name and one rounded box per room, in as many lines as needed. Answers the drawing and where it ends. */
function floor(y: number, name: string, hint: string, rooms: string[], fill: string): { drawn: string; bottom: number } {
  const parts = [text(40, y + 22, name, `font-weight="600" font-size="17" fill="${INK}"`), text(40, y + 42, hint, `font-size="12.5" fill="${FAINT}"`)]
  let x = 190
  let line = y
  for (const room of rooms) {
    const width = 26 + room.length * 8.4
    if (x + width > WIDTH - 40) {
      x = 190
      line += 44
    }
    parts.push(
      `<rect x="${x}" y="${line}" width="${width}" height="34" rx="9" fill="${fill}"/>`,
      text(x + width / 2, line + 22, room, `text-anchor="middle" font-size="14" fill="${INK}"`),
    )
    x += width + 10
  }
  return { drawn: parts.join('\n'), bottom: line + 44 }
}

/** An arc beside the column, from one row to another; it bows the further the longer it is. */
function arc(side: 'left' | 'right', from: number, to: number, spread: number): string {
  const x = side === 'right' ? RIGHT : LEFT
  const sign = side === 'right' ? 1 : -1
  const bow = x + sign * (26 + Math.abs(to - from) * 0.5)
  const colour = side === 'right' ? CALL : EVENT
  const dash = side === 'right' ? '' : ' stroke-dasharray="5 4"'
  return `<path d="M${x} ${from + spread} C${bow} ${from + spread}, ${bow} ${to - spread}, ${x + sign * 3} ${to - spread}" fill="none" stroke="${colour}" stroke-opacity="0.55" stroke-width="1.5"${dash} marker-end="url(#${side})"/>`
}

function features(y: number, rows: FeatureFacts[]): { drawn: string; bottom: number } {
  const middle = new Map(rows.map(({ name }, i) => [name, y + i * ROW + BOX / 2]))
  const at = (name: string) => middle.get(name) ?? y
  const announcer = new Map(rows.flatMap(({ name, announces }) => announces.map((event) => [event, name] as const)))
  const parts: string[] = []
  for (const { name, calls, hears } of rows) {
    for (const below of calls) parts.push(arc('right', at(name), at(below), 5))
    const told = new Set(hears.flatMap((event) => announcer.get(event) ?? []).filter((other) => other !== name))
    for (const below of told) parts.push(arc('left', at(below), at(name), -5))
  }
  for (const [i, { name, tables, routes }] of rows.entries()) {
    const top = y + i * ROW
    parts.push(
      `<rect x="${LEFT}" y="${top}" width="${RIGHT - LEFT}" height="${BOX}" rx="10" fill="#f3e3c8"/>`,
      text(LEFT + 16, top + 23, name, `font-size="15" font-weight="600" fill="${INK}"`),
      text(
        RIGHT - 16,
        top + 23,
        [`${tables.length} ${tables.length === 1 ? 'table' : 'tables'}`, `${routes} ${routes === 1 ? 'route' : 'routes'}`].join(' · '),
        `text-anchor="end" font-size="12.5" fill="${FAINT}"`,
      ),
    )
  }
  return { drawn: parts.join('\n'), bottom: y + rows.length * ROW }
}

export function drawSvg(facts: HouseFacts): string {
  const top = floor(36, 'Faces', 'speak a protocol', facts.faces, '#dbe7ea')
  const heading = top.bottom + 34
  const middle = features(heading + 22, facts.features)
  const ground = floor(middle.bottom + 34, 'Ground', 'the outside world', facts.ground, '#e4dccf')
  const pure = floor(ground.bottom + 20, 'Pure', 'same in, same out', facts.pure, '#e7ecd9')
  const height = pure.bottom + 16
  const head = (id: string, colour: string) =>
    `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0.5 L8 4 L0 7.5 Z" fill="${colour}"/></marker>`
  const rule = (y: number) => `<line x1="40" y1="${y}" x2="${WIDTH - 40}" y2="${y}" stroke="#e6ddcf" stroke-width="1"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="Source Sans 3, Noto Sans, system-ui, sans-serif" role="img" aria-label="Floors, features and arrows of Commonplace">
<defs>${head('right', CALL)}${head('left', EVENT)}</defs>
<rect width="${WIDTH}" height="${height}" rx="16" fill="#fffaf2"/>
${top.drawn}
${rule(top.bottom + 8)}
${text(40, heading + 8, 'Features', `font-weight="600" font-size="17" fill="${INK}"`)}
${text(LEFT - 20, heading + 8, 'events go up', `text-anchor="end" font-size="13" fill="${EVENT}"`)}
${text(RIGHT + 20, heading + 8, 'calls go down', `font-size="13" fill="${CALL}"`)}
${middle.drawn}
${rule(middle.bottom + 12)}
${ground.drawn}
${pure.drawn}
</svg>
`
}

const list = (names: string[]): string => names.map((name) => `\`${name}\``).join(', ') || '—'

export function describe({ features: rows }: HouseFacts): string {
  const lines = rows.map(
    ({ name, purpose, tables, announces, hears, routes }) =>
      `| [${name}](../src/features/${name}) | ${purpose || '—'} | ${list(tables)} | ${list(announces)} | ${list(hears)} | ${routes} |`,
  )
  return ['| feature | what it is for | tables | announces | hears | routes |', '| --- | --- | --- | --- | --- | --- |', ...lines].join('\n')
}

/** `text` with the part between the markers made anew; without markers it is added at the end. */
export function withDrawnPart(text: string, drawn: string): string {
  const start = text.indexOf(BEGIN)
  const end = text.indexOf(END)
  const part = `${BEGIN}\n${drawn}\n${END}`
  return start === -1 || end === -1 ? `${text.trimEnd()}\n\n${part}\n` : text.slice(0, start) + part + text.slice(end + END.length)
}

export async function drawHouse(root: string, isChecking: boolean): Promise<string[]> {
  const facts = await factsOf(root)
  const before = existsSync(join(root, 'docs/map.md')) ? read(root, 'docs/map.md') : OPENING
  const wanted = { 'docs/map.md': withDrawnPart(before, describe(facts)), 'docs/map.svg': drawSvg(facts) }
  if (isChecking)
    return Object.entries(wanted)
      .filter(([path, now]) => !existsSync(join(root, path)) || read(root, path) !== now)
      .map(([path]) => `${path} is not in step with the code: run node tools/draw-house.ts`)
  mkdirSync(join(root, 'docs'), { recursive: true })
  for (const [path, now] of Object.entries(wanted)) writeFileSync(join(root, path), now)
  return []
}

if (import.meta.main) report(await drawHouse(house, process.argv.includes('--check')))
