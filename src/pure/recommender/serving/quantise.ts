const LARGEST = 127
const LARGEST_WIDE = 32_767

function largestOf(values: ArrayLike<number>): number {
  let largest = 0
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] as number))
  return largest
}

function roundInto(values: ArrayLike<number>, into: Int8Array | Int16Array, limit: number): number {
  const scale = Math.fround(largestOf(values) / limit)
  for (let i = 0; i < values.length; i++) into[i] = scale === 0 ? 0 : Math.max(-limit, Math.min(limit, Math.round((values[i] as number) / scale)))
  return scale
}

/** Writes a vector as whole numbers of 8 bits; answers what they are to be multiplied with. What is lost of each number is ≤ largest / 254. */
export const quantise = (values: ArrayLike<number>, into: Int8Array): number => roundInto(values, into, LARGEST)

/** The same in 16 bits: for the one side of a product of which there is only one. */
export const quantiseWide = (values: ArrayLike<number>, into: Int16Array): number => roundInto(values, into, LARGEST_WIDE)
