import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { routesFor } from './choose.ts'
import { findModels } from './local/models.ts'
import { makeRunner } from './local/runner.ts'
import { type Words, writeToyModel } from './local/toy-model.harness.ts'
import { type LocalEngine, type LocalSettings, local } from './local.ts'

const never = new AbortController().signal
const opened: (() => void)[] = []
afterEach(() => {
  for (const close of opened.splice(0)) close()
})

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'commonplace-models-'))
  opened.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
const WORDS: Words = [
  ['the', 'el'],
  ['river', 'río'],
  ['is', 'es'],
  ['cold', 'frío'],
  ['good morning', 'buenos días'],
]
const BACK: Words = WORDS.map(([from, to]) => [to, from])
const CHINESE: Words = [
  ['^河', 'the river'],
  ['^很', 'is'],
  ['^冷', 'cold'],
  ['^。', '^.'],
]
function twoModels(): string {
  const folder = emptyFolder()
  writeToyModel(folder, 'en-es', WORDS)
  writeToyModel(folder, 'esen', BACK)
  return folder
}
function open(settings: Omit<LocalSettings, 'name'>): LocalEngine {
  const engine = local({ name: 'Bergamot', ...settings })
  opened.push(engine.end)
  return engine
}
const say = (engine: LocalEngine, text: string, from = 'en', to = 'es') => engine.translate([text], from, to, never).then(([said]) => said)

test('a folder of models is an engine: its pairs are those of the folders, and it starts with the first text', async () => {
  const folder = twoModels()
  writeToyModel(folder, 'zh-en', CHINESE, { apart: true })
  const engine = open({ folder })
  expect(engine.pairs).toEqual([
    { from: 'en', to: 'es' },
    { from: 'es', to: 'en' },
    { from: 'zh-Hans', to: 'en' },
  ])
  expect(engine.faults?.()).toEqual([])
  expect(engine.pids()).toEqual([])
  expect(await say(engine, 'good morning @[[x0]], the river is cold.')).toBe('buenos días @[[x0]], el río es frío.')
  expect(engine.pids()).toHaveLength(1)
  expect(await say(engine, 'el río es frío', 'es', 'en')).toBe('the river is cold')
  expect(await say(engine, '河很冷。', 'zh-Hans', 'en')).toBe('the river is cold.')
  await expect(say(engine, 'hola', 'es', 'fr')).rejects.toMatchObject({ kind: 'pair' })
  const [route] = routesFor({ engines: [engine] }, 'zh-Hans', 'es')
  expect(route?.map(({ from, to }) => `${from} ${to}`)).toEqual(['zh-Hans en', 'en es'])
})

test('where there is room for one model, the other takes its place', async () => {
  const engine = open({ folder: twoModels(), models: 1 })
  const pids = new Set<number>()
  for (let i = 0; i < 2; i += 1) {
    expect(await say(engine, 'the river')).toBe('el río')
    expect(await say(engine, 'el río', 'es', 'en')).toBe('the river')
    expect(engine.pids()).toHaveLength(1)
    for (const pid of engine.pids()) pids.add(pid)
  }
  expect(pids.size).toBe(2)
})

test('calls at the same time are answered one after the other, each with its own', async () => {
  const engine = open({ folder: twoModels() })
  const answers = await Promise.all(['the river', 'cold', 'good morning', 'is'].map((text) => say(engine, text)))
  expect(answers).toEqual(['el río', 'frío', 'buenos días', 'es'])
})

test('killed in the middle of a text it is asked again with a new process', async () => {
  const engine = open({ folder: twoModels() })
  await say(engine, 'the river')
  const [first = 0] = engine.pids()
  const long = engine.translate(Array<string>(400).fill('the river is cold and long '.repeat(5)), 'en', 'es', never)
  const next = say(engine, 'cold')
  process.kill(first, 'SIGKILL')
  await expect(long).rejects.toMatchObject({ kind: 'busy' })
  expect(await next).toBe('frío')
  expect(engine.pids()).not.toContain(first)
})

test('a text that takes too long ends the process, one that waits for its turn does not', async () => {
  const settings: LocalSettings = { name: 'Bergamot', folder: twoModels() }
  const engine = local(settings)
  opened.push(engine.end)
  await say(engine, 'the river')
  const first = engine.pids()
  settings.deadlineMs = 300
  const long = engine.translate(Array<string>(400).fill('the river is cold and long '.repeat(5)), 'en', 'es', never)
  settings.deadlineMs = 20
  await expect(say(engine, 'cold')).rejects.toMatchObject({ kind: 'busy' })
  expect(engine.pids()).toEqual(first)
  await expect(long).rejects.toMatchObject({ kind: 'busy' })
  expect(engine.pids()).toEqual([])
  settings.deadlineMs = 15_000
  expect(await say(engine, 'cold')).toBe('frío')
})

test('whoever no longer wants an answer gets none', async () => {
  const engine = open({ folder: twoModels() })
  await expect(engine.translate(['the'], 'en', 'es', AbortSignal.abort())).rejects.toMatchObject({ kind: 'busy' })
  expect(engine.pids()).toEqual([])
})

test('idle it ends by itself, and the next text starts it again', async () => {
  const engine = open({ folder: twoModels(), idleMs: 100 })
  expect(await say(engine, 'the river')).toBe('el río')
  await expect.poll(engine.pids, { timeout: 10_000 }).toEqual([])
  expect(await say(engine, 'cold')).toBe('frío')
})

test('a process that grew too large answers and ends', async () => {
  const { models } = findModels(twoModels())
  const program = new URL('./local/bergamot-process.ts', import.meta.url)
  const runner = makeRunner({ program, mostModels: 2, mostBytes: 1, idleMs: 60_000 })
  opened.push(runner.end)
  const [files] = models
  if (!files) throw new Error('no model')
  for (let i = 0; i < 2; i += 1) {
    expect(await runner.call({ files, texts: ['the river'] }, never)).toMatchObject({ texts: ['el río'] })
    expect(runner.pids()).toEqual([])
  }
})

test.each<[string, string, (path: string) => void]>([
  ['missing', 'en-es/lex.*.s2t.bin', (path) => rmSync(join(path, 'lex.50.50.enes.s2t.bin'))],
  ['missing', 'en-es/vocab.*.spm', (path) => rmSync(join(path, 'vocab.enes.spm'))],
  ['missing', 'en-es/trgvocab.*.spm', (path) => renameSync(join(path, 'vocab.enes.spm'), join(path, 'srcvocab.enes.spm'))],
  ['packed', 'en-es/vocab.*.spm', (path) => renameSync(join(path, 'vocab.enes.spm'), join(path, 'vocab.enes.spm.gz'))],
  [
    'pointer',
    'en-es/lex.50.50.enes.s2t.bin',
    (path) => writeFileSync(join(path, 'lex.50.50.enes.s2t.bin'), 'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 9\n'),
  ],
  ['cut', 'en-es/model.enes.intgemm.alphas.bin', (path) => truncateSync(join(path, 'model.enes.intgemm.alphas.bin'), 90_000)],
  ['cut', 'en-es/model.enes.intgemm.alphas.bin', (path) => truncateSync(join(path, 'model.enes.intgemm.alphas.bin'), 100)],
  ['cut', 'en-es/model.enes.intgemm.alphas.bin', (path) => truncateSync(join(path, 'model.enes.intgemm.alphas.bin'))],
  ['cut', 'en-es/lex.50.50.enes.s2t.bin', (path) => truncateSync(join(path, 'lex.50.50.enes.s2t.bin'), 60)],
  ['strange', 'en-es/vocab.enes.spm', (path) => writeFileSync(join(path, 'vocab.enes.spm'), 'the el\nriver río\n')],
  ['strange', 'en-es/model.enes.intgemm.alphas.bin', (path) => writeFileSync(join(path, 'model.enes.intgemm.alphas.bin'), Buffer.alloc(900, 'x'))],
  ['name', 'models', (path) => renameSync(path, join(path, '..', 'models'))],
])('a model that cannot be used is named as %s (%s) and the others work', async (why, file, harm) => {
  const folder = emptyFolder()
  writeToyModel(folder, 'es-en', BACK)
  harm(writeToyModel(folder, 'en-es', WORDS))
  const engine = open({ folder })
  expect(engine.faults?.()).toEqual([{ why, file }])
  expect(engine.pairs).toEqual([{ from: 'es', to: 'en' }])
})

test('a folder that is not there, or is empty, is an engine without pairs', () => {
  const folder = emptyFolder()
  expect(findModels(folder)).toMatchObject({ models: [], faults: [{ why: 'empty', file: folder }] })
  expect(findModels(join(folder, 'gone'))).toMatchObject({ models: [], faults: [{ why: 'folder', file: join(folder, 'gone') }] })
})

test('a model that looks whole and cannot be loaded is told once, and not tried again', async () => {
  const folder = twoModels()
  const path = join(folder, 'en-es/model.enes.intgemm.alphas.bin')
  const bytes = readFileSync(path)
  bytes.write('xncoder_Wemb', bytes.indexOf('encoder_Wemb'))
  writeFileSync(path, bytes)
  const engine = open({ folder })
  await expect(say(engine, 'the river')).rejects.toMatchObject({ kind: 'pair' })
  expect(engine.faults?.()).toEqual([{ why: 'refused', file: 'en-es/model.enes.intgemm.alphas.bin' }])
  await expect(say(engine, 'the river')).rejects.toMatchObject({ kind: 'pair' })
  expect(await say(engine, 'el río', 'es', 'en')).toBe('the river')
})

test('the version follows the files, and names that begin with a dot are nobody’s', () => {
  const folder = twoModels()
  mkdirSync(join(folder, '.git'))
  const before = findModels(folder)
  expect(before.faults).toEqual([])
  expect(findModels(folder).version).toBe(before.version)
  appendFileSync(join(folder, 'en-es/vocab.enes.spm'), '\0')
  expect(findModels(folder).version).not.toBe(before.version)
})
