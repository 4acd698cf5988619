import { expect, test } from 'vitest'
import { linksBack } from './rel-me.ts'

const profile = 'https://here.example/@lin'
const says = (html: string) => linksBack(html, 'https://lin.example/about', profile)

test('an a or link element with rel=me and the address of the profile proves it', () => {
  expect(says('<p><a class="u" rel="nofollow ME noopener" href=" https://HERE.example/@Lin/ ">me</a>')).toBe(true)
  expect(says('<head><link rel="me" href="//here.example/@lin?x#y">')).toBe(true)
})

test('another rel, another address, or the same as text or comment prove nothing', () => {
  for (const html of [
    '<a href="https://here.example/@lin">me</a>',
    '<a rel="menu" href="https://here.example/@lin">me</a>',
    '<a rel="me" href="https://here.example/@linda">me</a>',
    '<a rel="me" href="https://there.example/@lin">me</a>',
    '<!-- <a rel="me" href="https://here.example/@lin"></a> -->',
    '<script>"<a rel=me href=https://here.example/@lin>"</script>',
    '&lt;a rel="me" href="https://here.example/@lin"&gt;',
    '<textarea><a rel="me" href="https://here.example/@lin"></textarea>',
    '',
  ])
    expect(says(html), html).toBe(false)
})
