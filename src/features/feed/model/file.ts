import { createHash } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** First bytes of a file, with the version of its form: what another version wrote is as good as no file. */
const MARK = Buffer.from('commonplace model 1\n')
const ALIGNED = 16
const CHECKSUM_BYTES = 32
const NAME = /^model-(\d{16})\.bin$/
const CHUNK = 2 ** 26

type Kind = new (buffer: ArrayBufferLike, at: number, length: number) => Int8Array | Uint8Array | Int32Array | Uint32Array | Float32Array | Float64Array
const KINDS = { Int8Array, Uint8Array, Int32Array, Uint32Array, Float32Array, Float64Array }
type KindName = keyof typeof KINDS
type Numbers = InstanceType<(typeof KINDS)[KindName]>

const isNumbers = (value: unknown): value is Numbers => ArrayBuffer.isView(value) && value.constructor.name in KINDS
const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNED) * ALIGNED

interface Stub {
  $numbers: KindName
  at: number
  length: number
}

/** Takes the arrays of numbers out of a value; JSON keeps the rest and where they are. */
function taken(value: unknown): { head: string; arrays: Numbers[] } {
  const arrays: Numbers[] = []
  let end = 0
  const head = JSON.stringify(value, (_, part: unknown) => {
    if (!isNumbers(part)) return part
    const stub: Stub = { $numbers: part.constructor.name as KindName, at: end, length: part.length }
    arrays.push(part)
    end += aligned(part.byteLength)
    return stub
  })
  return { head, arrays }
}

/** Version numbers of the files in a folder, newest first. */
export function versionsIn(folder: string): number[] {
  try {
    return readdirSync(folder)
      .flatMap((name) => NAME.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => b - a)
  } catch {
    return []
  }
}

const pathOf = (folder: string, version: number): string => join(folder, `model-${String(version).padStart(16, '0')}.bin`)

/**
 * Writes a value (plain objects, lists, texts, numbers, arrays of numbers) as the model of this version, and then removes all others. Under
 * its name stands a whole file or none: who is killed meanwhile leaves the last one.
 */
export function writeModel(folder: string, version: number, value: object): void {
  mkdirSync(folder, { recursive: true })
  const path = pathOf(folder, version)
  const { head, arrays } = taken(value)
  const file = openSync(`${path}.part`, 'w', 0o600)
  const hash = createHash('sha256')
  const put = (bytes: Uint8Array) => {
    for (let from = 0; from < bytes.length; from += CHUNK) {
      // A copy: shared memory is not taken everywhere.
      const chunk = Uint8Array.from(bytes.subarray(from, from + CHUNK))
      hash.update(chunk)
      for (let done = 0; done < chunk.length; ) done += writeSync(file, chunk, done)
    }
  }
  const text = Buffer.from(head)
  const sizes = Buffer.alloc(8)
  sizes.writeDoubleLE(text.length)
  put(MARK)
  put(sizes)
  put(text)
  put(new Uint8Array(aligned(MARK.length + sizes.length + text.length) - (MARK.length + sizes.length + text.length)))
  for (const array of arrays) {
    put(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
    put(new Uint8Array(aligned(array.byteLength) - array.byteLength))
  }
  writeSync(file, hash.digest())
  fsyncSync(file)
  closeSync(file)
  renameSync(`${path}.part`, path)
  for (const name of readdirSync(folder)) if (join(folder, name) !== path) rmSync(join(folder, name), { force: true })
}

/** The model of this version, its arrays in one shared memory; null when there is none, or it is not whole. */
export function readModel(folder: string, version: number): unknown {
  const bytes = wholeFile(pathOf(folder, version))
  if (!bytes || !MARK.equals(bytes.subarray(0, MARK.length))) return null
  const start = MARK.length + 8
  const length = Buffer.from(bytes.slice(MARK.length, start)).readDoubleLE()
  const from = aligned(start + length)
  return JSON.parse(Buffer.from(bytes.slice(start, start + length)).toString('utf8'), (_, part: Stub | null) =>
    part !== null && typeof part === 'object' && part.$numbers in KINDS ? new (KINDS[part.$numbers] as Kind)(bytes.buffer, from + part.at, part.length) : part,
  )
}

/** Everything before the checksum, when that is right. */
function wholeFile(path: string): Uint8Array<SharedArrayBuffer> | null {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return null
  }
  try {
    const size = fstatSync(file).size - CHECKSUM_BYTES
    if (size < MARK.length + 8) return null
    const bytes = new Uint8Array(new SharedArrayBuffer(size))
    const hash = createHash('sha256')
    const chunk = new Uint8Array(CHUNK)
    for (let at = 0; at < size; ) {
      const read = readSync(file, chunk, 0, Math.min(CHUNK, size - at), at)
      if (read === 0) return null
      bytes.set(chunk.subarray(0, read), at)
      hash.update(chunk.subarray(0, read))
      at += read
    }
    const checksum = Buffer.alloc(CHECKSUM_BYTES)
    readSync(file, checksum, 0, CHECKSUM_BYTES, size)
    return hash.digest().equals(checksum) ? bytes : null
  } finally {
    closeSync(file)
  }
}
