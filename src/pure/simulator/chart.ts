/** A figure to look at: one bar a name, or lines over equal steps. */
export type Chart =
  | { kind: 'bars'; title: string; bars: readonly { name: string; value: number }[] }
  | { kind: 'lines'; title: string; step: string; lines: readonly { name: string; values: readonly number[] }[] }

const [WIDTH, MARGIN, BAR, PLOT] = [640, 32, 26, 180] as const
const INK = '#2b2622'
const QUIET = '#7a7068'
const RULE = '#e6ddcf'
const PAPER = '#fffaf2'
/** Told apart by brightness too; the engine comes first. */
const COLOURS = ['#b4532a', '#1f6f78', '#d9a441', '#7a7068', '#6a4c7d'] as const
const LABEL = 170

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const text = (x: number, y: number, words: string, { fill = INK, size = 13, anchor = 'start', weight = 400 } = {}): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${fill}">${escaped(words)}</text>`
const colour = (at: number): string => COLOURS[at % COLOURS.length] as string
const short = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 10 ? 1 : 3))

function drawBars({ bars }: Extract<Chart, { kind: 'bars' }>, top: number): { drawn: string[]; height: number } {
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE)
  const room = WIDTH - 2 * MARGIN - LABEL - 60
  const drawn = bars.flatMap(({ name, value }, at) => {
    const y = top + at * BAR
    const length = (room * Math.max(0, value)) / most
    return [
      text(MARGIN + LABEL - 10, y + 14, name, { anchor: 'end', fill: QUIET }),
      `<rect x="${MARGIN + LABEL}" y="${y}" width="${length.toFixed(1)}" height="${BAR - 8}" rx="4" fill="${colour(at)}"/>`,
      text(MARGIN + LABEL + length + 8, y + 14, short(value)),
    ]
  })
  return { drawn, height: bars.length * BAR }
}

function drawLines({ lines, step }: Extract<Chart, { kind: 'lines' }>, top: number): { drawn: string[]; height: number } {
  const values = lines.flatMap((line) => line.values)
  const most = Math.max(...values, Number.MIN_VALUE)
  const steps = Math.max(2, ...lines.map((line) => line.values.length))
  const right = WIDTH - MARGIN - LABEL
  const x = (at: number) => MARGIN + 40 + ((right - MARGIN - 40) * at) / (steps - 1)
  const y = (value: number) => top + PLOT - (PLOT * value) / most
  const rules = [0, 0.5, 1].flatMap((share) => [
    `<line x1="${MARGIN + 40}" x2="${right}" y1="${y(share * most)}" y2="${y(share * most)}" stroke="${RULE}"/>`,
    text(MARGIN + 32, y(share * most) + 4, short(share * most), { anchor: 'end', fill: QUIET, size: 12 }),
  ])
  const drawn = lines.flatMap(({ name, values }, at) => {
    const points = values.map((value, place) => `${x(place).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
    return [`<polyline points="${points}" fill="none" stroke="${colour(at)}" stroke-width="2.5" stroke-linejoin="round"/>`, ...keyOf(name, at, right, top)]
  })
  const foot = [
    text(x(0), top + PLOT + 18, `${step} 1`, { fill: QUIET, size: 12 }),
    text(right, top + PLOT + 18, `${steps}`, { anchor: 'end', fill: QUIET, size: 12 }),
  ]
  return { drawn: [...rules, ...drawn, ...foot], height: PLOT + 24 }
}

const keyOf = (name: string, at: number, right: number, top: number): string[] => [
  `<rect x="${right + 20}" y="${top + at * 22}" width="14" height="14" rx="4" fill="${colour(at)}"/>`,
  text(right + 42, top + at * 22 + 12, name, { fill: QUIET }),
]

/** All charts one under another: a standalone SVG, the same text for the same figures. */
export function drawCharts(title: string, charts: readonly Chart[]): string {
  const parts: string[] = [text(MARGIN, 44, title, { size: 17, weight: 600 })]
  let top = 76
  for (const chart of charts) {
    parts.push(text(MARGIN, top, chart.title, { weight: 600 }))
    const { drawn, height } = chart.kind === 'bars' ? drawBars(chart, top + 14) : drawLines(chart, top + 18)
    parts.push(...drawn)
    top += height + 52
  }
  const size = `viewBox="0 0 ${WIDTH} ${top - 20}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="Source Sans 3, Noto Sans, system-ui, sans-serif" role="img" aria-label="${escaped(title)}">\n<rect width="${WIDTH}" height="${top - 20}" rx="16" fill="${PAPER}"/>\n${parts.join('\n')}\n</svg>\n`
}
