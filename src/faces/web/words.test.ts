import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messagesOf } from '#pure/words/index.ts'

const root = new URL('./', import.meta.url)
const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.svelte'))

test('every message that a page names exists', () => {
  const known = messagesOf('en')
  const missing: string[] = []
  let named = 0
  for (const file of pages) {
    for (const [, key = ''] of readFileSync(new URL(file, root), 'utf8').matchAll(/\bt\('([\w.-]+)'/g)) {
      named += 1
      if (!(key in known)) missing.push(`${file}: ${key}`)
    }
  }
  expect(named).toBeGreaterThan(50)
  expect(missing).toEqual([])
})
