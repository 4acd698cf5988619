import { expect, test } from 'vitest'
import { contentOf, moved, shifted } from './content.ts'

const fieldsOf = (pairs: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  const text = (name: string) => String(data.get(name) ?? '').trim()
  return { text, all: (name: string) => data.getAll(name).map(String), has: (name: string) => text(name) !== '', data }
}

test('a form without script becomes the content of a draft', () => {
  const content = contentOf(
    fieldsOf([
      ['title', '茶'],
      ['body', 'b'],
      ['topic', 'tea'],
      ['topic', 'punk'],
      ['dropTopic', 'punk'],
      ['newTopics', '#茶馆，tea、 乌龙'],
      ['picture', 'p1'],
      ['picture', 'p2'],
      ['alt-p2', 'cup'],
      ['focal-p2', '0.25,0.5'],
      ['move', 'p2:-1'],
      ['coauthors', '@mei, dana'],
      ['visibility', 'nobody'],
      ['layerLanguage', 'en'],
      ['layerTitle', 'Tea'],
      ['layerBody', ''],
    ]),
  )
  expect(content).toMatchObject({
    title: '茶',
    topics: ['tea', '茶馆', '乌龙'],
    coauthors: ['mei', 'dana'],
    visibility: 'public',
    warning: null,
    layers: [{ language: 'en', title: 'Tea', body: '' }],
  })
  expect(content.pictures).toEqual([
    { id: 'p2', alt: 'cup', focal: { x: 0.25, y: 0.5 } },
    { id: 'p1', alt: '' },
  ])
})

test('a move past either end changes nothing', () => {
  const list = [{ id: 'a' }, { id: 'b' }]
  expect(moved(list, 'a:-1')).toEqual(list)
  expect(moved(list, 'b:1')).toEqual(list)
  expect(moved(list, 'nonsense')).toEqual(list)
  expect(shifted(['a', 'b', 'c'], 2, -2)).toEqual(['c', 'a', 'b'])
})
