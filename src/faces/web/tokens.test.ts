import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** Every colour by name; those that are `light-dark(a, b)` once for each. */
const said = [...css.matchAll(/--([\w-]+):\s*(?:light-dark\((#\w{6}|rgb\([^)]+\)),\s*(#\w{6}|rgb\([^)]+\))\)|(#\w{6}));/g)]
const light = Object.fromEntries(said.map(([, name = '', day = '', , both]) => [name, both ?? day]))
const dark = Object.fromEntries(said.map(([, name = '', , night = '', both]) => [name, both ?? night]))

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string | undefined, b: string | undefined): number {
  const [high = 0, low = 0] = [luminance(a ?? ''), luminance(b ?? '')].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

test('nearly every colour has a light and a dark side', () => {
  expect(said.filter(([, , day]) => day).length).toBeGreaterThan(20)
  expect(css.match(/light-dark\(/g)).toHaveLength(said.filter(([, , day]) => day).length)
})

for (const [name, theme] of [
  ['light', light],
  ['dark', dark],
] as const) {
  test(`${name}: running text is AAA, every other pair AA, edges 3 : 1`, () => {
    for (const ground of ['paper', 'card', ...Array.from({ length: 8 }, (_, i) => `paper-${i}`)])
      expect(contrast(theme.ink, theme[ground]), `ink on ${ground}`).toBeGreaterThanOrEqual(7)
    for (const ink of ['soft', 'accent', 'celadon', 'warning', 'danger'])
      for (const ground of ['paper', 'card']) expect(contrast(theme[ink], theme[ground]), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    expect(contrast(theme['on-accent'], theme.accent)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(theme['on-celadon'], theme.celadon)).toBeGreaterThanOrEqual(4.5)
  })
}
