import type { Reader } from '#ground/database/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { foldForFilter, hostSuffixes } from './filter.ts'
import { linkIn, wordIn } from './queries/filters.ts'

/**
 * Holds a text against the host's lists. Throws Refusal `forbidden-word` {word} or `forbidden-link` {host}, with the entry of the
 * list that matched: whoever is refused is told why.
 */
export async function checkText(db: Reader, text: string): Promise<void> {
  if (text.trim() === '') return
  const word = await wordIn(db, foldForFilter(text))
  if (word !== null) throw new Refusal('forbidden-word', { word })
  const host = await linkIn(db, hostSuffixes(text))
  if (host !== null) throw new Refusal('forbidden-link', { host })
}
