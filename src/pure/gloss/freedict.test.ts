import { expect, test } from 'vitest'
import { parseFreedictEntry, stretchesOf } from './freedict.ts'

test('an entry: its headword without sound and grammar, a sense a line, without what is set in', () => {
  expect(parseFreedictEntry('abri /abʀi/ <n, masc>\n1. asylum\n2. bunker, shelter\n')).toEqual({ word: 'abri', senses: ['asylum', 'bunker, shelter'] })
  expect(parseFreedictEntry('billete de banco /biʎˈete ðe βˈanko/\nbank‐note\n')).toEqual({ word: 'billete de banco', senses: ['bank-note'] })
  expect(parseFreedictEntry('Haus <neut, n, sg>\nhouse <n> [arch.]\n   "das Haus hüten" - to stay in\n Synonym: {Gebäude}\nsee: {Haushalt}\n')).toEqual({
    word: 'Haus',
    senses: ['house [arch.]'],
  })
  expect(parseFreedictEntry('y/o\nand/or')).toEqual({ word: 'y/o', senses: ['and/or'] })
})

test('what says nothing is none, and nothing is endless', () => {
  expect(parseFreedictEntry('solo /sˈolo/\n')).toBeUndefined()
  expect(parseFreedictEntry('')).toBeUndefined()
  expect(parseFreedictEntry(`a\n${'b\n'.repeat(20)}`)?.senses).toHaveLength(6)
  expect(parseFreedictEntry(`a\n${'b'.repeat(999)}`)?.senses[0]).toHaveLength(200)
})

test('an index tells where entries stand, in numbers of base 64; each once, none about the dictionary itself', () => {
  expect(stretchesOf('00databaseinfo\tc\tnU\nb\tCgE\tBL\na\tBA\tC\nalso a\tBA\tC\nbroken\n')).toEqual([
    { start: 64, length: 2 },
    { start: 10_244, length: 75 },
  ])
})
