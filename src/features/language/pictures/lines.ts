import { type Pair, textOf, type Unit, unitsOf, type Worded } from '../pairs.ts'
import { type Beside, joiner, rowsBeside } from '../rows.ts'

/** Each line of the original is what one box says; which of a layer's words belong to which box. No database. */

/** What a layer has for a box: `missing` when nobody has rendered it. */
export interface Said {
  text: string
  state: 'fresh' | 'stale' | 'missing'
}

const lineOf = ({ body }: Worded, { start }: Unit): number => body.slice(0, start).split('\n').length - 1

/** Sentences of each line of the body, by number of the line. */
function unitsByLine(original: Worded): Map<number, Unit[]> {
  return Map.groupBy(
    unitsOf(original).filter(({ part }) => part === 'body'),
    (unit) => lineOf(original, unit),
  )
}

/** A layer put together of what is said for each line; lines without a meaning are left out, and `pairs` knows of which. */
export function inLines(original: Worded, meanings: readonly string[]): { body: string; pairs: Pair[] } {
  const units = unitsByLine(original)
  const pairs: Pair[] = []
  let body = ''
  for (const [line, text] of meanings.entries()) {
    if (text === '') continue
    const start = body === '' ? 0 : body.length + 1
    body += body === '' ? text : `\n${text}`
    pairs.push({ part: 'body', start, end: body.length, source: (units.get(line) ?? []).map((unit) => unit.text) })
  }
  return { body, pairs }
}

/** What a layer says for each line of the original. */
export function saidByLine(original: Worded, layer: Beside): Said[] {
  const units = unitsOf(original)
  const said: Said[] = original.body.split('\n').map(() => ({ text: '', state: 'missing' }))
  for (const { units: places, pair, state } of rowsBeside(original, layer)) {
    const first = units[places[0] ?? -1]
    const line = first?.part === 'body' ? said[lineOf(original, first)] : undefined
    const text = line && pair ? textOf(layer, pair).replace(/\s*\n\s*/g, joiner(layer.language)) : ''
    if (!line || text === '' || state === 'gone' || state === 'missing') continue
    line.state = state === 'stale' || line.state === 'stale' ? 'stale' : 'fresh'
    line.text += line.text === '' ? text : joiner(layer.language) + text
  }
  return said
}
