import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** Custom properties of the first block after `start`. */
function blockAfter(start: string): Record<string, string> {
  const from = css.indexOf('{', css.indexOf(start) + start.length - 1)
  const body = css.slice(from + 1, css.indexOf('}', from))
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]))
}
const light = blockAfter(':root ')
const byDevice = blockAfter(":root:not([data-theme='light']) ")
const dark = blockAfter("\n:root[data-theme='dark'] ")

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

test('dark by hand and dark by device are the same', () => {
  expect(Object.keys(dark).length).toBeGreaterThan(20)
  expect(dark).toEqual(byDevice)
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
