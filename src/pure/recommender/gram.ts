import { type Crew, PARTS } from './crew.ts'
import { sharedDoubles } from './matrix.ts'

/** Sum of outer products of all rows (width numbers each), times `scale`: width × width. */
export async function gramOf(matrix: Float32Array, width: number, scale: number, crew: Crew): Promise<Float64Array> {
  const sums = sharedDoubles(PARTS * width * width)
  await crew.run('gramOfRows', { matrix, width, sums }, matrix.length / width)
  const gram = sharedDoubles(width * width)
  for (let i = 0; i < width; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let part = 0; part < PARTS; part++) sum += sums[(part * width + i) * width + j] as number
      gram[i * width + j] = sum * scale
      gram[j * width + i] = sum * scale
    }
  return gram
}
