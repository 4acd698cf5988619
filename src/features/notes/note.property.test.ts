import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '#pure/problem/index.ts'
import { countGraphemes } from '#pure/text/graphemes.ts'
import {
  checkVisibilityChange,
  commentWording,
  coverPatternOf,
  hashtagsOf,
  kindOfNote,
  limits,
  mayMove,
  mentionsOf,
  type NoteState,
  narrower,
  noteWording,
  VISIBILITIES,
} from './note.ts'

const visibility = fc.constantFrom(...VISIBILITIES)
const state = fc.constantFrom<NoteState>('processing', 'published', 'archived', 'author-deleted')

const refusalOf = (work: () => unknown): string | null => {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

test('the narrower of two is one of them, whichever comes first, and never wider than either', () => {
  fc.assert(
    fc.property(visibility, visibility, visibility, (a, b, c) => {
      expect([a, b]).toContain(narrower(a, b))
      expect(narrower(a, b)).toBe(narrower(b, a))
      expect(narrower(narrower(a, b), c)).toBe(narrower(a, narrower(b, c)))
      expect(narrower(narrower(a, b), a)).toBe(narrower(a, b))
    }),
  )
  expect(narrower('public', 'followers')).toBe('followers')
  expect(narrower('mentioned', 'self')).toBe('self')
})

test('who may see a note only ever becomes fewer, but for what nobody saw', () => {
  fc.assert(
    fc.property(visibility, visibility, (from, to) => {
      const refused = refusalOf(() => checkVisibilityChange(from, to))
      expect(refused).toBe(from === 'self' || narrower(from, to) === to ? null : 'visibility-wider')
    }),
  )
})

test('nothing comes back from deleted, and every other state can be deleted', () => {
  fc.assert(
    fc.property(state, state, (from, to) => {
      if (from === 'author-deleted') expect(mayMove(from, to)).toBe(false)
      else expect(mayMove(from, 'author-deleted')).toBe(true)
      if (to === 'processing') expect(mayMove(from, to)).toBe(false)
    }),
  )
})

test('a wording is refused exactly when a part of it is too long, and keeping it twice changes nothing', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 80 })
  fc.assert(
    fc.property(text, text, fc.option(text), (title, body, warning) => {
      const code = refusalOf(() => noteWording({ title, body, warning }))
      if (code !== null) return expect(['title-length', 'warning-length', 'body-length']).toContain(code)
      const kept = noteWording({ title, body, warning })
      expect(countGraphemes(kept.title)).toBeLessThanOrEqual(limits.title)
      expect(kept.title).not.toMatch(/\n/)
      expect(noteWording(kept)).toEqual(kept)
    }),
  )
  expect(refusalOf(() => noteWording({ title: 'x'.repeat(61), body: '', warning: null }))).toBe('title-length')
  expect(refusalOf(() => noteWording({ title: 'x'.repeat(60), body: '', warning: null }))).toBeNull()
})

test('a note is a photo note with pictures and a text note with a title', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.integer({ min: 0, max: 30 }), (titled, pictures) => {
      const work = () => kindOfNote({ title: titled ? 't' : '', pictures })
      if (pictures > limits.pictures) expect(refusalOf(work)).toBe('pictures-count')
      else if (pictures > 0) expect(work()).toBe('photo')
      else if (titled) expect(work()).toBe('text')
      else expect(refusalOf(work)).toBe('title-needed')
    }),
  )
})

test('a comment has words or a picture', () => {
  expect(refusalOf(() => commentWording(' \n ', false))).toBe('comment-empty')
  expect(commentWording(' \n ', true).body).toBe('')
  expect(refusalOf(() => commentWording('好'.repeat(1_001), false))).toBe('body-length')
})

test('bidi overrides and control characters do not reach a title', () => {
  expect(noteWording({ title: 'a\u202Eb\u0000c\r\nd', body: '', warning: '' })).toEqual({ title: 'abc d', body: '', warning: null })
})

test('people of this place are found once, people elsewhere are not ours', () => {
  expect(mentionsOf('@Lin and @lin@here.example and @kai@there.example, a@b.example', 'here.example')).toEqual(['lin'])
  expect(hashtagsOf('#朋克 #punk #朋克')).toEqual(['朋克', 'punk'])
})

test('every id has one of eight papers, always the same', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(coverPatternOf(id)).toBe(coverPatternOf(id))
      expect([0, 1, 2, 3, 4, 5, 6, 7]).toContain(coverPatternOf(id))
    }),
  )
})
