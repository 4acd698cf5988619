/**
 * The `k` items of highest score, best first; of equal ones the lower number comes first. What scores −Infinity is left out.
 * A heap of k whose root is the worst that is kept: n comparisons and few swaps.
 */
export function topOf(scores: Float32Array, k: number): Uint32Array {
  const heap = new Uint32Array(Math.min(k, scores.length))
  let size = 0
  const isWorse = (a: number, b: number) => {
    const [x, y] = [scores[a] as number, scores[b] as number]
    return x < y || (x === y && a > b)
  }
  const sink = (from: number) => {
    const item = heap[from] as number
    let at = from
    for (;;) {
      let child = 2 * at + 1
      if (child >= size) break
      if (child + 1 < size && isWorse(heap[child + 1] as number, heap[child] as number)) child++
      if (!isWorse(heap[child] as number, item)) break
      heap[at] = heap[child] as number
      at = child
    }
    heap[at] = item
  }
  for (let item = 0; item < scores.length; item++) {
    if (scores[item] === Number.NEGATIVE_INFINITY) continue
    if (size < heap.length) {
      heap[size++] = item
      if (size === heap.length) for (let i = (size >> 1) - 1; i >= 0; i--) sink(i)
    } else if (size > 0 && isWorse(heap[0] as number, item)) {
      heap[0] = item
      sink(0)
    }
  }
  return heap.subarray(0, size).sort((a, b) => (isWorse(b, a) ? -1 : 1))
}
