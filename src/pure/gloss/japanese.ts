import { hiraganaOf, romajiOf } from '../lexicon/romaji.ts'
import { kindOf, type Token } from './segment.ts'

/**
 * What is known of a word: its dictionary form and how that is said (null where it is spelled as it sounds), how it is said as it stands here
 * (hiragana, with its endings), whether it names somebody.
 */
export type WordForm = { base: string; kana: string | null; reading: string | null; heard: string | null; isName: boolean }

/** Cuts Japanese text; the words cover it, and `start` is where it begins in the whole. */
export type Analyser = (text: string, start: number) => Token[]

/** A morpheme of IPADIC; of what it does not know only `surface` is there. */
type Morpheme = {
  surface: string
  partOfSpeech: string
  partOfSpeechSubcategory1?: string
  partOfSpeechSubcategory2?: string
  conjugationType?: string
  baseForm?: string
  reading?: string
  pronunciation?: string
}

const HAN = /\p{Script=Han}/u
const KANA = /^[ァ-ヶー]+$/
const FIGURE = /^\p{Nd}+$/u

const inflects = ({ partOfSpeech }: Morpheme): boolean => partOfSpeech === '動詞' || partOfSpeech === '形容詞'

/** Whether it is an ending of the word before: 食べ + まし + た, 見 + て + い + た; not the です and だ that stand by themselves. */
function isEnding({ partOfSpeech, partOfSpeechSubcategory1: kind, conjugationType, surface }: Morpheme, last: Morpheme): boolean {
  if (partOfSpeech === '助動詞') return conjugationType !== '特殊・ダ' && conjugationType !== '特殊・デス'
  if (partOfSpeech === '助詞') return kind === '接続助詞' && /^(?:て|で|ば|ちゃ|じゃ)$/.test(surface)
  return partOfSpeech === '動詞' && (kind === '接尾' || (kind === '非自立' && /^[てで]$/.test(last.surface)))
}

/** Words with their endings, one after the other. */
function wordsOf(morphemes: readonly Morpheme[]): Morpheme[][] {
  const words: Morpheme[][] = []
  for (const morpheme of morphemes) {
    const word = words.at(-1)
    const [head] = word ?? []
    const last = word?.at(-1)
    if (word && head && last && inflects(head) && isEnding(morpheme, last)) word.push(morpheme)
    else words.push([morpheme])
  }
  return words
}

/** `reading` is shown: kana, and Latin letters as the word is said, names with a capital. */
function sayingOf({ reading = '', pronunciation = '', partOfSpeechSubcategory1 }: Morpheme): Pick<WordForm, 'kana' | 'reading'> {
  const latin = KANA.test(reading) ? romajiOf(pronunciation) : ''
  if (latin === '') return { kana: null, reading: null }
  const kana = hiraganaOf(reading)
  return { kana, reading: `${kana} ${partOfSpeechSubcategory1 === '固有名詞' ? latin.charAt(0).toUpperCase() + latin.slice(1) : latin}` }
}

function heardIn(word: readonly Morpheme[]): string | null {
  const kana = word.map(({ surface, reading }) => reading ?? surface).join('')
  return KANA.test(kana) ? hiraganaOf(kana) : null
}

/**
 * Opens the Japanese dictionary IPADIC (half a second and 130 MB: open it once, when somebody needs it). Verbs and adjectives come with their endings
 * as one word. What a counter is read like behind figures it does not tell (ついたち, いちにち), so those have no reading.
 */
export async function openJapanese(): Promise<Analyser> {
  const { default: lindera } = await import('lindera-wasm-nodejs-ipadic')
  const builder = new lindera.TokenizerBuilder()
  builder.setDictionary('embedded://ipadic')
  builder.setMode('normal')
  builder.setKeepWhitespace(true)
  const tokenizer = builder.build()
  const morphemesOf = (text: string): Morpheme[] => tokenizer.tokenize(text) as Morpheme[]
  return (text, start) => {
    const bases = new Map<string, Morpheme | undefined>()
    /** The dictionary form by itself: 来なかった is こなかった, but 来る is くる. */
    const baseOf = (head: Morpheme): Morpheme => {
      const { baseForm = head.surface } = head
      if (baseForm === head.surface || baseForm === '*') return head
      if (!bases.has(baseForm)) {
        const [own, ...more] = morphemesOf(baseForm)
        bases.set(baseForm, more.length === 0 ? own : undefined)
      }
      return bases.get(baseForm) ?? { surface: baseForm, partOfSpeech: head.partOfSpeech }
    }
    let from = start
    let before = ''
    return wordsOf(morphemesOf(text)).map((word) => {
      const piece = word.map(({ surface }) => surface).join('')
      const token: Token = { text: piece, start: from, end: from + piece.length, kind: kindOf(piece, /\p{L}/u.test(piece)) }
      const [head] = word
      if (token.kind === 'word' && head?.baseForm !== undefined) {
        const base = baseOf(head)
        const isSaid = HAN.test(piece) && !FIGURE.test(before)
        // In kana IPADIC takes many a word for a name (はな).
        const isName = HAN.test(piece) && head.partOfSpeechSubcategory1 === '固有名詞' && head.partOfSpeechSubcategory2 === '人名'
        token.form = { base: base.surface, ...(isSaid ? { ...sayingOf(base), heard: heardIn(word) } : { kana: null, reading: null, heard: null }), isName }
      }
      from = token.end
      before = piece
      return token
    })
  }
}
