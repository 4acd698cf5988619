import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkLinks, profileLimits } from './profile.ts'

const codeOf = (run: () => unknown): string => {
  try {
    run()
    return ''
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

test('whatever is typed, a link is a plain web address or refused', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.constantFrom('javascript:alert(1)', 'data:text/html,x', 'https://a:b@c.de/', 'JAVASCRIPT:1', 'lin.example', '//evil', 'ftp://a.de'),
      ),
      (url) => {
        try {
          for (const link of checkLinks([{ label: '', url }], [])) {
            const { protocol, username, password } = new URL(link.url)
            expect(['http:', 'https:']).toContain(protocol)
            expect(username + password).toBe('')
            expect(link.label).not.toBe('')
          }
        } catch (error) {
          expect(['link-form', 'link-label']).toContain((error as { code?: string }).code)
        }
      },
    ),
  )
})

test('a kept address keeps its proof, a new one has none, doubles are one, a fifth is refused', () => {
  const before = [{ label: 'Old', url: 'https://a.example/', verifiedAt: '2026-01-01T00:00:00.000Z' }]
  expect(
    checkLinks(
      [
        { label: 'A', url: 'https://a.example' },
        { label: 'B', url: 'b.example' },
        { label: 'C', url: 'https://b.example/' },
      ],
      before,
    ),
  ).toEqual([
    { label: 'A', url: 'https://a.example/', verifiedAt: '2026-01-01T00:00:00.000Z' },
    { label: 'C', url: 'https://b.example/', verifiedAt: null },
  ])
  const many = Array.from({ length: profileLimits.links + 1 }, (_, n) => ({ label: '', url: `https://${n}.example` }))
  expect(codeOf(() => checkLinks(many, []))).toBe('links-count')
})
