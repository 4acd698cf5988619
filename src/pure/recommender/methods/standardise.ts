/** To mean 0 and deviation 1, in place: so that scores of different kinds can be added. */
export function standardise(scores: Float32Array): void {
  let [sum, squares] = [0, 0]
  for (const score of scores) {
    sum += score
    squares += score * score
  }
  const mean = sum / scores.length
  const deviation = Math.sqrt(Math.max(0, squares / scores.length - mean * mean)) || 1
  for (let i = 0; i < scores.length; i++) scores[i] = ((scores[i] as number) - mean) / deviation
}
