import { Refusal } from '#pure/problem/index.ts'
import { countGraphemes } from '#pure/text/graphemes.ts'
import { normaliseLine, normaliseText } from '#pure/text/normalise.ts'

/** Words and rules of boards; no database. Lengths in graphemes. */
export const boardLimits = { name: 60, description: 500, boards: 200, sections: 50, notes: 1_000, people: 100 } as const

/** Name of a board or section. Throws Refusal `board-name`. */
export function checkBoardName(text: string): string {
  const name = normaliseLine(text)
  if (name === '' || countGraphemes(name) > boardLimits.name) throw new Refusal('board-name', { field: 'name', count: boardLimits.name })
  return name
}

/** Throws Refusal `board-description`. */
export function checkDescription(text: string): string {
  const description = normaliseText(text).trim()
  if (countGraphemes(description) > boardLimits.description) throw new Refusal('board-description', { field: 'description', count: boardLimits.description })
  return description
}

/** `ids` with `moved` right before `before` (last when that is not among them). */
export function putBefore<T>(ids: readonly T[], moved: T, before: T): T[] {
  const others = ids.filter((id) => id !== moved)
  const at = others.indexOf(before)
  return at === -1 ? [...others, moved] : [...others.slice(0, at), moved, ...others.slice(at)]
}
