import { type Box, fitted, MOST_BOXES } from '#pure/boxes/index.ts'

/** A box that is being placed; `key` stays with it while others come and go. */
export interface Placed extends Box {
  key: number
  words: string
  meaning: string
}

/** Steps that can be undone. */
const MOST_STEPS = 100

/** The boxes of one picture while somebody writes them down. Undo brings back places, order and boxes that were taken away, never what was typed since. */
export class Placing {
  boxes = $state<Placed[]>([])
  chosen = $state<number | null>(null)
  changed = $state(false)
  #past = $state.raw<Placed[][]>([])
  /** What the last step was: going on with it makes no new one. */
  #step = ''
  #next: number

  constructor(boxes: readonly Omit<Placed, 'key'>[]) {
    this.boxes = boxes.map((box, key) => ({ ...box, key }))
    this.#next = boxes.length
  }

  get isFull(): boolean {
    return this.boxes.length >= MOST_BOXES
  }
  get canUndo(): boolean {
    return this.#past.length > 0
  }

  /** Begins a step; with the same name as the last it goes on. */
  begin(step: string): void {
    this.changed = true
    if (step === this.#step) return
    this.#step = step
    this.#past = [...this.#past.slice(1 - MOST_STEPS), $state.snapshot(this.boxes)]
  }
  /** Whatever comes next is a step of its own. */
  end(): void {
    this.#step = ''
  }
  undo(): void {
    const before = this.#past.at(-1)
    if (!before) return
    this.#past = this.#past.slice(0, -1)
    this.#step = ''
    const now = new Map(this.boxes.map((box) => [box.key, box]))
    this.boxes = before.map((box) => ({ ...box, words: now.get(box.key)?.words ?? box.words, meaning: now.get(box.key)?.meaning ?? box.meaning }))
    if (!this.boxes.some(({ key }) => key === this.chosen)) this.chosen = null
  }

  /** Answers its key; null when there are as many as there can be. */
  add(box: Box): number | null {
    if (this.isFull) return null
    const key = this.#next
    this.#next += 1
    this.begin(`add ${key}`)
    this.boxes.push({ ...fitted(box), key, words: '', meaning: '' })
    this.chosen = key
    return key
  }
  place(key: number, box: Box): void {
    const found = this.boxes.find((one) => one.key === key)
    if (found) Object.assign(found, { x: box.x, y: box.y, width: box.width, height: box.height })
  }
  remove(key: number): void {
    this.begin(`remove ${key}`)
    this.boxes = this.boxes.filter((one) => one.key !== key)
    if (this.chosen === key) this.chosen = null
  }
  /** One place earlier (-1) or later (1) in the order of reading. */
  reorder(key: number, by: 1 | -1): void {
    const at = this.boxes.findIndex((one) => one.key === key)
    const [one, other] = [this.boxes[at], this.boxes[at + by]]
    if (!one || !other) return
    this.begin(`reorder ${key} ${at}`)
    this.boxes = this.boxes.with(at, other).with(at + by, one)
  }
  /** Puts what another layer says where nothing is said yet. */
  take(meanings: readonly string[]): void {
    for (const [i, box] of this.boxes.entries()) if (box.meaning === '') box.meaning = meanings[i] ?? ''
  }
}
