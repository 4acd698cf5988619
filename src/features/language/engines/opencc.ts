import { languageMatches } from '#pure/lexicon/languages.ts'
import { type Engine, EngineFault, serves } from './engine.ts'
import { MAINLAND_WORDS, NOT_BACK } from './opencc-words.ts'

type Convert = (text: string) => string
interface Converters {
  traditional: Convert
  simplified: Convert
}
let converters: Promise<Converters> | undefined

/**
 * Chinese from one script into the other, by the tables of OpenCC: phrases first, so that 头发 becomes 頭髮 and 发展 發展; characters as Taiwan
 * writes them. A conversion, no translation: what words say stays, but for some that are called otherwise there (`opencc-words.ts`). It is of every
 * place: nothing of it is set, sent, kept or paid. The tables (1.2 MB) are read at the first text, some tenths of a second.
 */
export const opencc: Engine = {
  name: 'OpenCC',
  version: 'opencc-js-1.4.2, words 1',
  pairs: [
    { from: 'zh-Hans', to: 'zh-Hant' },
    { from: 'zh-Hant', to: 'zh-Hans' },
  ],
  most: { texts: 1_000, bytes: 1_000_000 },
  longestMs: 10_000,
  free: true,
  instant: true,
  async translate(texts, from, to) {
    if (!serves(opencc, from, to)) throw new EngineFault('pair', `${from} to ${to} is no conversion between scripts`)
    converters ??= load()
    const { traditional, simplified } = await converters
    return texts.map(languageMatches(to, 'zh-Hant') ? traditional : simplified)
  },
}

/** Whether these are the two scripts of one language: then the text stays on this machine, and no engine of the host is asked. */
export const isConversion = (from: string, to: string): boolean => serves(opencc, from, to)

async function load(): Promise<Converters> {
  const [{ ConverterBuilder }, preset, { default: there }, { default: back }] = await Promise.all([
    import('opencc-js/core'),
    import('opencc-js/preset'),
    import('opencc-js/dict/TWPhrases'),
    import('opencc-js/dict/TWPhrasesRev'),
  ])
  const { s2tw, tw2s } = preset.configs
  if (!s2tw || !tw2s) throw new Error('opencc-js has no tables for Taiwan')
  const [toStandard = [], toTaiwan = []] = s2tw.conversionChain
  const [fromTaiwan = [], toMainland = []] = tw2s.conversionChain
  const words = rowsOf(there).filter(([from]) => MAINLAND_WORDS.has(from))
  const wordsBack = rowsOf(back).filter(([from, to]) => MAINLAND_WORDS.has(to) && !NOT_BACK.has(from))
  const configs = {
    s2tw: { ...s2tw, conversionChain: [toStandard, [words, ...toTaiwan]] },
    tw2s: { ...tw2s, conversionChain: [[wordsBack, ...fromTaiwan], toMainland] },
  }
  const converter = ConverterBuilder({ from: preset.from, to: preset.to, configs })
  return { traditional: converter({ from: 'cn', to: 'tw' }), simplified: converter({ from: 'tw', to: 'cn' }) }
}

const rowsOf = (table: string): [string, string][] => table.split('|').map((row) => row.split(' ') as [string, string])
