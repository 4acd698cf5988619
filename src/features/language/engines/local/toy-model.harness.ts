/**
 * Makes models that Bergamot loads and runs as it would Mozilla's, without training: every weight is set by hand, so that each word becomes
 * the word a list says and everything else is spelled out as it was. What such a model shows is that files are found, read and run, and that
 * texts come back whole; it says nothing of how well real models translate.
 *
 * How: the source's word and its translation have the same code, a row of signs in those dimensions that hardly turn with position. The
 * decoder's attention compares positions alone, so that the n-th word out looks at the n-th word in; its code chooses the word by the tied output.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Words = readonly (readonly [from: string, to: string])[]

const DIMENSIONS = 128
const HALF = DIMENSIONS / 2
const HIDDEN = 64
/** Largest value of activations that 8 bits stand for. */
const LARGEST = 8
const LARGEST_OUT = 40
/** Of a code in the sum with the position's signal, whose values are within ±1. */
const LOUDNESS = 3
const ATTENTION = 16
const VALUE = 8
/** Rows of the matrices are read eight at once. */
const EIGHT = 8
const SILENT = 1_000
const SPACE = '▁'

/** Marian's position signal: sines, then cosines, each dimension slower than the one before. */
const frequency = (i: number): number => 1e-4 ** (i / (HALF - 1))
const both = (some: number[]): number[] => some.flatMap((i) => [i, i + HALF])
const halves = Array.from({ length: HALF }, (_, i) => i)
const FAST = new Set(both(halves.filter((i) => frequency(i) > 0.05)))
const SLOW = both(halves.filter((i) => frequency(i) <= 1e-3))

interface Piece {
  text: string
  /** As a word of the source it has the code of its translation. */
  source: number[]
  target: number[]
}

/**
 * The code of pieces that are there to make the number even. It is the loudest, so that the others have 7 of 8 bits: the engine adds products of
 * neighbours within 16.
 */
const NEVER = SLOW.map((_, i) => (i === 0 ? -2 : 0))

/** Codes of signs, far from one another, always the same. */
function codeMaker(): () => number[] {
  let state = 12_345
  const sign = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >> 16) & 1 ? 1 : -1
  }
  const made: number[][] = []
  return () => {
    for (;;) {
      const code = SLOW.map(sign)
      if (made.some((other) => other.reduce((sum, one, i) => sum + one * (code[i] ?? 0), 0) > SLOW.length / 2)) continue
      made.push(code)
      return code
    }
  }
}

function piecesOf(words: Words): Piece[] {
  const code = codeMaker()
  const targets = new Map<string, number[]>()
  const codeOf = (text: string): number[] => {
    const known = targets.get(text) ?? code()
    targets.set(text, known)
    return known
  }
  const ascii = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  const letters = new Set([...ascii, ...words.flat().flatMap((word) => [...word.replaceAll(' ', '')])])
  const pairs = new Map([...letters].map((letter) => [letter, letter]))
  pairs.set(SPACE, SPACE)
  for (const [from, to] of words) pairs.set(asPiece(from), asPiece(to))
  const texts = new Set([...pairs.keys(), ...pairs.values()])
  const pieces = ['</s>', '<unk>', ...texts].map((text): Piece => ({ text, source: codeOf(pairs.get(text) ?? text), target: codeOf(text) }))
  do pieces.push({ text: `<pad${pieces.length}>`, source: NEVER, target: NEVER })
  while (pieces.length % EIGHT > 0)
  return pieces
}
/** Words that are written apart begin with a space; a leading ^ says that this one does not. */
const asPiece = (word: string): string => (word.startsWith('^') ? word.slice(1) : SPACE + word).replaceAll(' ', SPACE)

const u64 = (...numbers: (number | bigint)[]): Buffer => {
  const bytes = Buffer.alloc(8 * numbers.length)
  numbers.forEach((number, i) => {
    bytes.writeBigUInt64LE(BigInt(number), i * 8)
  })
  return bytes
}

/** A SentencePiece model as protobuf: pieces with score and type, then what the trainer and the normaliser were told. */
function vocabulary(pieces: readonly Piece[]): Buffer {
  const varint = (number: bigint): number[] => (number > 127n ? [Number(number & 127n) | 128, ...varint(number >> 7n)] : [Number(number)])
  const whole = (field: number, number: number): Buffer => Buffer.from([...varint(BigInt(field << 3)), ...varint(BigInt.asUintN(64, BigInt(number)))])
  const inner = (field: number, bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from([...varint(BigInt((field << 3) | 2)), ...varint(BigInt(bytes.length))]), bytes])
  const float = (field: number, number: number): Buffer => {
    const bytes = Buffer.alloc(5)
    bytes[0] = (field << 3) | 5
    bytes.writeFloatLE(number, 1)
    return bytes
  }
  const [NORMAL, UNKNOWN, CONTROL, UNUSED] = [1, 2, 3, 5]
  const kind = (text: string): number => (text === '</s>' ? CONTROL : text === '<unk>' ? UNKNOWN : text.startsWith('<pad') ? UNUSED : NORMAL)
  const list = pieces.map(({ text }) => inner(1, Buffer.concat([inner(1, Buffer.from(text)), float(2, [...text].length > 1 ? -1 : -10), whole(3, kind(text))])))
  // Unigram; ids of unknown, begin, end and padding.
  const trainer = [whole(3, 1), whole(4, pieces.length), whole(40, 1), whole(41, -1), whole(42, 0), whole(43, -1)]
  const normaliser = [inner(1, Buffer.from('identity')), whole(3, 1), whole(4, 1), whole(5, 1)]
  return Buffer.concat([...list, inner(2, Buffer.concat(trainer)), inner(3, Buffer.concat(normaliser))])
}

/** Every word may follow every word: the first of the vocabulary, as many as it has, are always considered. */
const shortlist = (count: number): Buffer => Buffer.concat([u64(0xf11a48d5013417f5n, 0, count, count, count + 1, 0), Buffer.alloc(8 * (count + 1))])

type Weight = (row: number, column: number) => number
const ZERO: Weight = () => 0
const diagonal =
  (value: number, dimensions: { has(i: number): boolean }): Weight =>
  (row, column) =>
    row === column && dimensions.has(row) ? value : 0

interface Item {
  name: string
  type: number
  shape: number[]
  bytes: Buffer
}
const [INT8, FLOAT32, INTGEMM8] = [0x101, 0x404, 0x4101]
const padded = (bytes: number): Buffer => Buffer.alloc(Math.ceil(bytes / 256) * 256)

function floats(name: string, values: number[]): Item {
  const bytes = padded(values.length * 4)
  values.forEach((value, i) => {
    bytes.writeFloatLE(value, i * 4)
  })
  return { name, type: FLOAT32, shape: [1, values.length], bytes }
}

/** Quantized to 8 bits; columns first, but for embeddings; the multiplier stands behind. */
function matrix(name: string, [rows, columns]: [number, number], weight: Weight): Item {
  const isEmbedding = name.endsWith('Wemb')
  const values = Array.from({ length: rows * columns }, (_, i) => weight(Math.floor(i / columns), i % columns))
  const multiplier = 127 / (values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1)
  const bytes = padded(values.length + 4)
  values.forEach((value, i) => {
    bytes.writeInt8(Math.round(value * multiplier), isEmbedding ? i : (i % columns) * rows + Math.floor(i / columns))
  })
  bytes.writeFloatLE(multiplier, values.length)
  return { name, type: INTGEMM8, shape: [rows, columns], bytes }
}

const square: [number, number] = [DIMENSIONS, DIMENSIONS]
const alpha = (name: string, largest = LARGEST): Item => floats(`${name}_QuantMultA`, [127 / largest])
const biased = (prefix: string, letter: string, shape: [number, number], weight: Weight): Item[] => [
  matrix(`${prefix}_W${letter}`, shape, weight),
  alpha(`${prefix}_W${letter}`),
  floats(`${prefix}_b${letter}`, Array<number>(shape[1]).fill(0)),
]
const attention = (prefix: string, compare: Weight, value: Weight, out: Weight): Item[] => [
  ...biased(prefix, 'q', square, compare),
  ...biased(prefix, 'k', square, compare),
  ...biased(prefix, 'v', square, value),
  ...biased(prefix, 'o', square, out),
]
const feedForward = (prefix: string): Item[] => [...biased(prefix, '1', [DIMENSIONS, HIDDEN], ZERO), ...biased(prefix, '2', [HIDDEN, DIMENSIONS], ZERO)]

function weights(pieces: readonly Piece[]): Item[] {
  const size: [number, number] = [pieces.length, DIMENSIONS]
  const scale = LOUDNESS / Math.sqrt(DIMENSIONS)
  const coded =
    (side: 'source' | 'target'): Weight =>
    (row, column) =>
      (pieces[row]?.[side][SLOW.indexOf(column)] ?? 0) * scale
  const slow = new Set(SLOW)
  // Slow cosines are all but 1 and say nothing: what they add to each word is taken off again.
  const bias = pieces.map(
    ({ target }) => -target.reduce((sum, sign, i) => sum + ((SLOW[i] ?? 0) >= HALF ? sign * scale * (VALUE + 1) : 0), 0) - (target === NEVER ? SILENT : 0),
  )
  return [
    matrix('encoder_Wemb', size, coded('source')),
    matrix('decoder_Wemb', size, coded('target')),
    ...attention('encoder_l1_self', ZERO, ZERO, ZERO),
    ...feedForward('encoder_l1_ffn'),
    matrix('decoder_l1_rnn_W', square, ZERO),
    alpha('decoder_l1_rnn_W'),
    ...biased('decoder_l1_rnn', 'f', square, ZERO),
    ...attention('decoder_l1_context', diagonal(ATTENTION, FAST), diagonal(1, slow), diagonal(VALUE, slow)),
    ...feedForward('decoder_l1_ffn'),
    alpha('none', LARGEST_OUT),
    alpha('decoder_Wemb', LARGEST_OUT),
    floats('decoder_ff_logit_out_b', bias),
  ]
}

/** Those settings of a student of Mozilla's that the decoder reads; no layer is normalised, since the weights are not learned. */
const settings = (count: number): string => `type: transformer
dim-emb: ${DIMENSIONS}
dim-vocabs: [${count}, ${count}]
enc-depth: 1
dec-depth: 1
dec-cell: ssru
transformer-decoder-autoreg: rnn
transformer-heads: 1
transformer-dim-ffn: ${HIDDEN}
transformer-ffn-depth: 2
transformer-ffn-activation: relu
transformer-preprocess: ""
transformer-postprocess: a
transformer-postprocess-emb: d
transformer-postprocess-top: ""
transformer-no-projection: false
transformer-train-position-embeddings: false
transformer-guided-alignment-layer: last
transformer-tied-layers: []
layer-normalization: false
tied-embeddings: true
tied-embeddings-all: false
tied-embeddings-src: false
input-types: []
ulr: false
lemma-dim-emb: 0
version: v1.9.0
`

/** Marian's binary form, version 1. */
function binary(items: readonly Item[]): Buffer {
  const head = Buffer.concat([
    u64(1, items.length, ...items.flatMap(({ name, type, shape, bytes }) => [name.length + 1, type, shape.length, bytes.length])),
    ...items.map(({ name }) => Buffer.from(`${name}\0`)),
    ...items.map(({ shape }) => Buffer.from(Int32Array.from(shape).buffer)),
  ])
  const gap = (Math.floor((head.length + 8) / 256) + 1) * 256 - head.length - 8
  return Buffer.concat([head, u64(gap), Buffer.alloc(gap), ...items.map(({ bytes }) => bytes)])
}

interface Files {
  model: Buffer
  shortlist: Buffer
  vocabulary: Buffer
}
/** Tests ask for the same words many times. */
const made = new Map<string, Files>()

function filesOf(words: Words): Files {
  const key = JSON.stringify(words)
  const known = made.get(key)
  if (known) return known
  const pieces = piecesOf(words)
  const yaml = Buffer.from(`${settings(pieces.length)}\0`)
  const model = binary([...weights(pieces), { name: 'special:model.yml', type: INT8, shape: [yaml.length], bytes: yaml }])
  const files = { model, shortlist: shortlist(pieces.length), vocabulary: vocabulary(pieces) }
  made.set(key, files)
  return files
}

/** Writes the files of a model into `folder/en-es`. `apart`: with a vocabulary for each side. Answers the path of that folder. */
export function writeToyModel(folder: string, pair: string, words: Words, { apart = false } = {}): string {
  const files = filesOf(words)
  const called = pair.replaceAll('-', '')
  const path = join(folder, pair)
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, `model.${called}.intgemm.alphas.bin`), files.model)
  writeFileSync(join(path, `lex.50.50.${called}.s2t.bin`), files.shortlist)
  for (const side of apart ? ['srcvocab', 'trgvocab'] : ['vocab']) writeFileSync(join(path, `${side}.${called}.spm`), files.vocabulary)
  return path
}
