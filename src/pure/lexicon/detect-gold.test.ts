import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { detectLanguage } from './detect.ts'

const posts = readFileSync(new URL('./gold/posts.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((row, i) => {
    const [language = '', also = '', text = ''] = row.split('\t')
    const heard = detectLanguage(text)
    return { language, also, text, heard, right: heard.language === language, heldOut: i % 2 === 1 }
  })
type Post = (typeof posts)[number]
const pure = posts.filter((p) => p.also === '')
const mixed = posts.filter((p) => p.also !== '')
const share = (of: readonly Post[], fits: (p: Post) => boolean): number => of.filter(fits).length / of.length
const percent = (n: number): string => `${(n * 100).toFixed(0)} %`

function tell(name: string, of: readonly Post[]): number {
  const right = share(of, (p) => p.right)
  const heldOut = of.filter((p) => p.heldOut)
  console.log(`${name}: ${percent(right)} of ${of.length}, held out ${percent(share(heldOut, (p) => p.right))} of ${heldOut.length}`)
  if (process.env['GOLD']) for (const p of of) if (!p.heldOut && !p.right) console.log(`  ${p.text} ${JSON.stringify(p.heard)}`)
  return right
}

test.each([...Map.groupBy(pure, (p) => p.language)])('posts in %s', (language, own) => {
  expect(own.length).toBeGreaterThanOrEqual(20)
  expect(tell(language, own)).toBeGreaterThanOrEqual(0.85)
})

test('posts in one language, all together', () => {
  expect(tell('one language', pure)).toBeGreaterThanOrEqual(0.95)
  expect(share(pure, (p) => p.heard.also.length === 0)).toBeGreaterThanOrEqual(0.97)
})

test('posts that mix two', () => {
  expect(mixed.length).toBeGreaterThanOrEqual(40)
  expect(tell('mixed, the main language', mixed)).toBeGreaterThanOrEqual(0.85)
  const guests = share(mixed, (p) => p.heard.also.includes(p.also))
  console.log(`mixed, the guest: ${percent(guests)}`)
  if (process.env['GOLD']) for (const p of mixed) if (!p.heldOut && !p.heard.also.includes(p.also)) console.log(`  ${p.text} ${JSON.stringify(p.heard)}`)
  expect(guests).toBeGreaterThanOrEqual(0.75)
})
