import { foldLabelLoose } from '#pure/lexicon/fold.ts'
import { romajiKey } from '#pure/lexicon/kana.ts'
import { readingTerms } from '#pure/lexicon/readings.ts'

const MOST_KEYS = 12

/**
 * What somebody may begin to type to find a label: as it is written, from any of its later words on (*football* finds American football), and as it
 * sounds (*yaogun* finds 摇滚). Folded, without doubles; `inside`: not from the beginning of the label.
 */
export function typedKeys(label: string): { key: string; inside: boolean }[] {
  const words = label.split(/[\s\-_]+/u)
  const written = words.map((_, at) => ({ key: foldLabelLoose(words.slice(at).join('')), inside: at > 0 }))
  const sounds = readingTerms(label).map((term) => term.slice(1))
  const longest = Math.max(0, ...sounds.map((sound) => sound.length))
  const keys = [...written, ...sounds.map((key) => ({ key, inside: key.length < longest }))].filter(({ key }) => key !== '')
  return [...new Map(keys.toReversed().map((one) => [one.key, one])).values()].toReversed().slice(0, MOST_KEYS)
}

/** Under which of those keys to look for what was typed. */
export function typedForms(text: string): string[] {
  const folded = foldLabelLoose(text)
  return [...new Set([folded, romajiKey(folded)])].filter(Boolean)
}
