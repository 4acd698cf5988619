import { createHash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { canonicalLanguage } from '#pure/lexicon/languages.ts'
import type { FileFault, Pair } from '../engine.ts'

/** Paths of one model, in the layout of Mozilla's firefox-translations-models. */
export interface ModelFiles extends Pair {
  model: string
  /** Which words to consider for which: `lex.*.s2t.bin`. */
  shortlist: string
  /** One for both languages, or one each, the source's first. */
  vocabularies: string[]
  precision: 'int8shiftAlphaAll' | 'int8shiftAll'
}

export interface Models {
  models: ModelFiles[]
  faults: FileFault[]
  /** Changes when a file does. */
  version: string
}

const TAG = '[a-z]{2,3}(?:-[A-Z][a-z]{3})?'
/** `en-zh`, `en-zh-Hant`; `enzh` as Mozilla calls them. */
const PAIR = new RegExp(`^(?:(${TAG})-(${TAG})|([a-z]{2})([a-z]{2}))$`)

/** Looks through a folder with one folder a pair of languages. Reads the beginnings of files only. Never throws. */
export function findModels(folder: string): Models {
  const found: Models = { models: [], faults: [], version: '' }
  const hash = createHash('sha256')
  let names: string[]
  try {
    names = readdirSync(folder, { withFileTypes: true })
      .filter((one) => one.isDirectory() || one.isSymbolicLink())
      .map((one) => one.name)
      .filter((name) => !name.startsWith('.'))
      .sort()
  } catch {
    return { ...found, faults: [{ why: 'folder', file: folder }] }
  }
  if (names.length === 0) found.faults.push({ why: 'empty', file: folder })
  for (const name of names) {
    const model = modelIn(folder, name)
    if ('why' in model) found.faults.push(model)
    else {
      found.models.push(model)
      for (const path of [model.model, model.shortlist, ...model.vocabularies])
        hash.update(`${name}/${basename(path)} ${statSync(path).size} `).update(end(path))
    }
  }
  return { ...found, version: hash.digest('hex').slice(0, 8) }
}

function modelIn(folder: string, name: string): ModelFiles | FileFault {
  const [, a, b, c, d] = PAIR.exec(name) ?? []
  const [from, to] = [a ?? c ?? 'und', b ?? d ?? 'und'].map(canonicalLanguage) as [string, string]
  if (from === 'und' || to === 'und' || from === to) return { why: 'name', file: name }
  let files: string[]
  try {
    files = readdirSync(join(folder, name))
  } catch {
    return { why: 'folder', file: name }
  }
  const need = (pattern: RegExp, called: string, look: Look): { path: string } | FileFault => {
    const file = files.find((one) => pattern.test(one))
    if (file === undefined)
      return { why: files.some((one) => pattern.test(one.replace(/\.(gz|zst|zip)$/, ''))) ? 'packed' : 'missing', file: `${name}/${called}` }
    const path = join(folder, name, file)
    const why = faultOfFile(path, look)
    return why ? { why, file: `${name}/${file}` } : { path }
  }
  const shared = files.some((one) => /^vocab\./.test(one)) || !files.some((one) => /^(src|trg)vocab\./.test(one))
  const parts = [
    need(/^model\..*\.bin$/, 'model.*.bin', lookAtModel),
    need(/^lex\..*\.bin$/, 'lex.*.s2t.bin', lookAtShortlist),
    ...(shared ? ['vocab'] : ['srcvocab', 'trgvocab']).map((word) => need(new RegExp(`^${word}\\..*\\.spm$`), `${word}.*.spm`, lookAtVocabulary)),
  ]
  const fault = parts.find((part) => 'why' in part)
  if (fault) return fault
  const [model = '', shortlist = '', ...vocabularies] = parts.map((part) => ('path' in part ? part.path : ''))
  return { from, to, model, shortlist, vocabularies, precision: model.endsWith('.intgemm8.bin') ? 'int8shiftAll' : 'int8shiftAlphaAll' }
}

/** Undefined when the beginning of a file of this size is what it should be. */
type Look = (head: Buffer, size: number) => 'cut' | 'strange' | undefined

const HEAD = 256 * 1024
const TAIL = 64 * 1024

function faultOfFile(path: string, look: Look): FileFault['why'] | undefined {
  try {
    const head = bytesOf(path, 0, HEAD)
    if (head.subarray(0, 20).toString('latin1').startsWith('version https://git')) return 'pointer'
    return look(head, statSync(path).size)
  } catch {
    return 'cut'
  }
}

function bytesOf(path: string, start: number, length: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(length)
    return bytes.subarray(0, readSync(file, bytes, 0, length, start))
  } finally {
    closeSync(file)
  }
}
const end = (path: string): Buffer => bytesOf(path, Math.max(0, statSync(path).size - TAIL), TAIL)

const HEADER_BYTES = 32
const MOST_ITEMS = 5_000

/** Marian's binary form: version 1, a header an item (lengths of name, shape and data), names, shapes, a gap, data. A head that ends too soon throws. */
const lookAtModel: Look = (head, size) => {
  const number = (at: number): number => Number(head.readBigUInt64LE(at))
  const items = size >= 16 ? number(8) : 0
  if (size >= 16 && (number(0) !== 1 || items === 0 || items > MOST_ITEMS)) return 'strange'
  let names = 16 + items * HEADER_BYTES
  let data = 0
  for (let at = 16; at < 16 + items * HEADER_BYTES; at += HEADER_BYTES) {
    names += number(at) + number(at + 16) * 4
    data += number(at + 24)
  }
  return size < names + 8 + number(names) + data || size < 16 ? 'cut' : undefined
}

const SHORTLIST = 0xf11a48d5013417f5n
const lookAtShortlist: Look = (head, size) => {
  if (size >= 8 && head.readBigUInt64LE(0) !== SHORTLIST) return 'strange'
  return size === 48 + Number(head.readBigUInt64LE(32)) * 8 + Number(head.readBigUInt64LE(40)) * 4 ? undefined : 'cut'
}

/** SentencePiece's is a list of pieces, each its length and then its words: the first is small. */
const lookAtVocabulary: Look = (head, size) => {
  if (size === 0) return 'cut'
  return head[0] === 0x0a && head[2] === 0x0a ? undefined : 'strange'
}
