import { expect, test } from 'vitest'
import { safePath } from './forms.ts'

test('a way back stays on this site', () => {
  for (const path of ['/', '/@lin/0192?show=both#c-1', '/topics/朋克']) expect(safePath(path)).toBe(new URL(path, 'http://x').href.slice('http://x'.length))
  for (const evil of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\r\nset-cookie: x',
    '\\\\evil',
    '/%0a\n',
    '',
    'evil',
    '/\t/evil.example',
  ])
    expect(safePath(evil)).toBe('/')
})
