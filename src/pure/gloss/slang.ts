/** A word of slang or of a scene; `reading` is pinyin with marks or IPA, meanings in English and simplified Chinese. */
export type SlangWord = { word: string; language: 'zh-Hans' | 'en'; reading: string; en: string; zhHans: string }

/** Where the words stand; the reader of files is the caller. */
export const slangFile = new URL('./slang.tsv', import.meta.url)

/** Attribution of the words: written for this project. */
export const slangSource = { name: 'Commonplace words', licence: 'CC0-1.0', url: null }

/** Words of a table with the columns word, language, reading, en, zh-Hans and a heading. Throws on a row that is not whole. */
export function parseSlang(table: string): SlangWord[] {
  return table
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [word, language, reading, en, zhHans, ...more] = line.split('\t')
      if (!word || !reading || !en || !zhHans || more.length > 0 || (language !== 'zh-Hans' && language !== 'en')) {
        throw new Error(`slang table: broken row ${JSON.stringify(line)}`)
      }
      return { word, language, reading, en, zhHans }
    })
}
