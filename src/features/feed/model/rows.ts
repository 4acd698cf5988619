const WORDS = 4

const HYPHEN = 45
/** The code of a hexadecimal digit as a number. */
const digitOf = (code: number): number => (code <= 57 ? code - 48 : (code | 32) - 87)

/** Writes a UUID as four whole numbers, in whose order UUIDs sort. */
function writeWords(id: string, into: Uint32Array, from: number): void {
  let [word, digits, at] = [0, 0, from]
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i)
    if (code === HYPHEN) continue
    word = (word << 4) | digitOf(code)
    if (++digits % 8 === 0) into[at++] = word
  }
}

/** Sorted UUIDs, four whole numbers each, in shared memory. */
export function packIds(sorted: readonly string[]): Uint32Array {
  const packed = new Uint32Array(new SharedArrayBuffer(16 * sorted.length))
  for (const [at, id] of sorted.entries()) writeWords(id, packed, WORDS * at)
  return packed
}

export function idAt(packed: Uint32Array, row: number): string {
  const hex = Array.from(packed.subarray(WORDS * row, WORDS * row + WORDS), (word) => word.toString(16).padStart(8, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const wanted = new Uint32Array(WORDS)

/** The row of an id among sorted ones; −1: it is not there. */
export function rowOfId(packed: Uint32Array, id: string): number {
  writeWords(id, wanted, 0)
  let [low, high] = [0, packed.length / WORDS - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    let order = 0
    for (let word = 0; word < WORDS && order === 0; word++) order = (packed[WORDS * middle + word] as number) - (wanted[word] as number)
    if (order === 0) return middle
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Rows of ids: those of a model, and after them those that came later. */
export class Rows {
  readonly #packed: Uint32Array
  readonly #later = new Map<string, number>()
  readonly #names: string[] = []

  constructor(packed: Uint32Array) {
    this.#packed = packed
  }

  get count(): number {
    return this.#packed.length / WORDS + this.#names.length
  }

  /** −1: not there. */
  of(id: string): number {
    const row = rowOfId(this.#packed, id)
    return row >= 0 ? row : (this.#later.get(id) ?? -1)
  }

  /** Its row, a new one when it is not there. */
  take(id: string): number {
    const known = this.of(id)
    if (known >= 0) return known
    this.#later.set(id, this.count)
    return this.#packed.length / WORDS + this.#names.push(id) - 1
  }

  idAt(row: number): string {
    const first = this.#packed.length / WORDS
    return row < first ? idAt(this.#packed, row) : (this.#names[row - first] as string)
  }
}
