import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import '../events.ts'
import { type Pair, unitsOf } from '../pairs.ts'
import { type LayerRow, updateLayer } from '../queries/layers.ts'
import { keepWording } from '../queries/people.ts'
import { ageOf, pairsOf, reworded, rowsOf } from '../rows.ts'
import { sentencesOf } from '../sentences.ts'
import { factsOf } from '../subject-access.ts'

/** The layer with another text in one pair; what follows in that part moves. */
function spliced(layer: LayerRow, pairs: Pair[], at: Pair, text: string, source: string[]) {
  const before = layer[at.part] ?? ''
  const shift = text.length - (at.end - at.start)
  return {
    wording: { title: layer.title, body: layer.body, warning: layer.warning, [at.part]: before.slice(0, at.start) + text + before.slice(at.end) },
    pairs: pairs.map((pair) => {
      if (pair === at) return { ...pair, end: pair.end + shift, source }
      return pair.part === at.part && pair.start >= at.end ? { ...pair, start: pair.start + shift, end: pair.end + shift } : pair
    }),
  }
}

/**
 * Puts a text in the place of one sentence of a locked layer (of each that says the same), as a new wording. Answers what stood there before;
 * undefined, and nothing changed, when the layer has no such sentence, or when `expected` is given and something else stands there. The same words in
 * the place of a stale sentence only say that they still fit.
 */
export async function putSentence(
  tx: Tx,
  ground: Ground,
  original: LayerRow,
  layer: LayerRow,
  { key, text, expected }: { key: string; text: string; expected?: string },
): Promise<string | undefined> {
  const units = unitsOf(original)
  let now: LayerRow = { ...layer, pairs: pairsOf(original, layer) }
  let before: string | undefined
  // No sentence is put twice.
  for (let left = units.length; left > 0; left -= 1) {
    const sentences = sentencesOf(original, now)
    const at = sentences.findIndex(
      (one) => one.key === key && one.state !== 'gone' && (one.text !== text || one.state === 'stale') && (expected === undefined || one.text === expected),
    )
    const sentence = sentences[at]
    if (!sentence) break
    before ??= sentence.text
    const source = sentence.row.units.flatMap((n) => units[n]?.text ?? [])
    const pairs = now.pairs ?? []
    const next = sentence.row.pair ? spliced(now, pairs, sentence.row.pair, text, source) : reworded(original, { ...now, pairs }, new Map([[at, text]]))
    now = { ...now, ...next.wording, pairs: next.pairs.filter(({ start, end }) => end > start) }
  }
  if (before === undefined) return undefined
  const { id, revision } = layer
  await keepWording(tx, layer)
  await updateLayer(tx, id, {
    title: now.title,
    body: now.body,
    warning: now.warning,
    ...ageOf(rowsOf(units, now.pairs ?? [])),
    pairs: JSON.stringify(now.pairs),
    revision: revision + 1,
    updated_at: ground.clock.now(),
  })
  await ground.outbox.announce(tx, 'layer.changed', factsOf(layer), layer.subjectId)
  return before
}
