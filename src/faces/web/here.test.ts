import { expect, test } from 'vitest'
import { actionOf, doorFrom, hereOf } from './here.ts'

const at = (address: string) => new URL(address, 'http://here.invalid')

test('an action keeps the query of its page, and not the action before', () => {
  expect(actionOf(at('/new'), 'save')).toBe('?/save')
  expect(actionOf(at('/new?draft=1&layer=fr&/publish'), 'save')).toBe('?draft=1&layer=fr&/save')
  expect(actionOf(at('/new?/publish'), 'save')).toBe('?/save')
  expect(hereOf(at('/layers/write?subjectKind=note&subjectId=1&/save'))).toBe('/layers/write?subjectKind=note&subjectId=1')
  expect(hereOf(at('/new?/publish'))).toBe('/new')
})

test('only what asks who one is leads to a door, and back', () => {
  expect(doorFrom('sign-in-needed', '/new?draft=1')).toBe('/sign-in?back=%2Fnew%3Fdraft%3D1')
  expect(doorFrom('second-factor-needed', '/admin')).toBe('/sign-in/second-factor?back=%2Fadmin')
  expect(doorFrom('conflict', '/new')).toBeNull()
  expect(doorFrom(undefined, '/new')).toBeNull()
})
