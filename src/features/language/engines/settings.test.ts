import { expect, test } from 'vitest'
import { movableClock, SECOND } from '#ground/clock/index.ts'
import { WrongSettings } from '#ground/config/index.ts'
import { say } from '#pure/words/index.ts'
import { makeBreaker } from './breaker.ts'
import { FILE_FAULTS, serves } from './engine.ts'
import { fetchForTests } from './fakes.harness.ts'
import { readEngines } from './settings.ts'

const fetch = fetchForTests()
const read = (list: unknown) => readEngines({ TRANSLATE_ENGINES: typeof list === 'string' ? list : JSON.stringify(list), TRANSLATE_MODELS: undefined }, fetch)
function faults(list: unknown): string[] {
  try {
    read(list)
    return []
  } catch (error) {
    if (error instanceof WrongSettings) return error.sentences
    throw error
  }
}

test('no setting is no engine', () => {
  expect(read('')).toEqual([])
  expect(read('[]')).toEqual([])
})

test('every kind of engine is read, in the host’s order', () => {
  const engines = read([
    { type: 'command', name: 'Apertium', command: ['apertium', '-u', 'eng-spa'], pairs: ['en>es'] },
    { type: 'libretranslate', name: 'Libre', url: 'http://127.0.0.1:5000' },
    { type: 'deepl', name: 'DeepL', key: 'x:fx' },
    { type: 'openai', name: 'Local model', url: 'http://127.0.0.1:11434/v1', model: 'm', pairs: ['*>zh-CN'], timeoutSeconds: 60 },
  ])
  expect(engines.map(({ name }) => name)).toEqual(['Apertium', 'Libre', 'DeepL', 'Local model'])
  const pairs = (from: string, to: string) => engines.filter((engine) => serves(engine, from, to)).map(({ name }) => name)
  expect(pairs('en', 'es')).toEqual(['Apertium', 'Libre', 'DeepL'])
  expect(pairs('en-GB', 'zh-Hans')).toEqual(['Libre', 'DeepL', 'Local model'])
  expect(pairs('bo', 'en')).toEqual(['Libre'])
  expect(pairs('en', 'en-US')).toEqual([])
  expect(pairs('und', 'en')).toEqual([])
})

test('every fault is a sentence that names the engine and the field, and never shows a key', () => {
  expect(faults('not json')).toEqual(['TRANSLATE_ENGINES must be a JSON list, but it is not JSON.'])
  expect(faults('{}')[0]).toContain('must be a JSON list')
  const sentences = faults([
    { type: 'deepl', name: 'D', key: 'very-secret', pairs: ['en-zh'] },
    { type: 'libretranslate', name: 'L', url: 'ftp://x', key: 'very-secret' },
    { type: 'command', name: 'C', command: [], pairs: ['en>es'] },
    { type: 'unheard', name: 'U' },
    { type: 'openai', name: 'O', url: 'http://x', modle: 'm' },
  ])
  expect(sentences.join('\n')).not.toContain('very-secret')
  for (const part of [
    'engine 1, pairs.0: a pair such as "en>zh-Hans"',
    'engine 2, url: an address such as',
    'engine 3, command',
    'engine 4, type',
    'engine 5, model',
  ])
    expect(sentences.join('\n')).toContain(part)
  expect(
    faults([
      { type: 'deepl', name: 'Same', key: 'a' },
      { type: 'deepl', name: 'Same', key: 'b' },
    ]),
  ).toEqual(['TRANSLATE_ENGINES: two engines are called Same.'])
})

test('a folder of models is one setting, asked after the list; or one of the list', () => {
  const engines = readEngines(
    { TRANSLATE_ENGINES: '[{"type":"libretranslate","name":"Libre","url":"http://127.0.0.1:5000"}]', TRANSLATE_MODELS: '/nowhere' },
    fetch,
  )
  expect(engines.map(({ name, free }) => [name, free])).toEqual([
    ['Libre', undefined],
    ['Bergamot', true],
  ])
  expect(engines[1]?.faults?.()).toEqual([{ why: 'folder', file: '/nowhere' }])
  expect(read([{ type: 'local', name: 'Ours', folder: '/nowhere', models: 3 }]).map(({ name }) => name)).toEqual(['Ours'])
  expect(faults([{ type: 'local', name: 'Ours' }])[0]).toContain('engine 1, folder')
})

test('every reason why a file cannot be used is worded', () => {
  for (const why of FILE_FAULTS) expect(say('en', `engines.file-${why}`, { file: 'en-zh' })).toContain('en-zh')
})

test('the breaker opens after five failures in a row, lets one through after a minute, and waits longer each time', () => {
  const clock = movableClock('2026-03-01T12:00:00Z')
  const breaker = makeBreaker(clock)
  for (let i = 0; i < 4; i += 1) breaker.failed()
  breaker.succeeded()
  for (let i = 0; i < 4; i += 1) breaker.failed()
  expect(breaker.admit()).toBe(true)
  breaker.failed()
  expect(breaker.admit()).toBe(false)
  clock.move(60 * SECOND)
  expect([breaker.admit(), breaker.admit()]).toEqual([true, false])
  breaker.failed()
  clock.move(60 * SECOND)
  expect(breaker.admit()).toBe(false)
  clock.move(60 * SECOND)
  expect(breaker.admit()).toBe(true)
  breaker.succeeded()
  expect([breaker.admit(), breaker.admit()]).toEqual([true, true])
  breaker.failed(3600)
  clock.move(3599 * SECOND)
  expect(breaker.admit()).toBe(false)
})
