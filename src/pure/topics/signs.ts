import { englishOf } from '#pure/gloss/invert.ts'
import { foldLabelLoose } from '#pure/lexicon/fold.ts'
import { simplifyCharacters } from '#pure/lexicon/han.ts'
import { readingTerms, soundTerms } from '#pure/lexicon/readings.ts'

/** What is known of words: looked up before, so that all of this is a pure function. */
export interface Lexicon {
  /** Entries of a Chinese word (simplified) in CC-CEDICT, the likeliest first. */
  entries(word: string): readonly { reading: string; senses: readonly string[] }[]
  /** English labels of the topic that has this Chinese label, if any. */
  topicsIn(word: string): readonly string[]
}

/** One way to write what a label means; two labels that share a `key` may mean the same. */
export interface Sign {
  key: string
  how: 'label' | 'dictionary' | 'word-by-word' | 'sound'
  /** How far this one sign is to be trusted, 0 to 1. */
  weight: number
  /** The label, and what it says by this sign. */
  word: string
  means: string
  /** `music`: what is left of *house music* without the general word; such a sign meets a dictionary only where that speaks of music. */
  about?: 'music'
}

/** Words that stand for others in tags. */
const SHORT: Record<string, string> = {
  math: 'mathematics',
  maths: 'mathematics',
  prog: 'progressive',
  bbq: 'barbecue',
  barbeque: 'barbecue',
  edm: 'electronic music',
  scifi: 'science fiction',
  peking: 'beijing',
  bookshop: 'bookstore',
  secondhand: 'second hand',
  colour: 'color',
  watercolour: 'watercolor',
  indie: 'independent',
  photos: 'photography',
}
const GENERAL = new Set(['music'])
const GENERAL_HAN = /音乐$/u
const HAN = /^\p{Script=Han}+$/u
const LONGEST_LABEL = 12

/** Trust in a sense by its place in the dictionary. */
const BY_PLACE = [1, 0.85, 0.7]
const TRUST = { general: 0.9, inBrackets: 0.9, verb: 0.95, wordByWord: 0.8, longSound: 0.85, shortSound: 0.5, namedSound: 0.95 } as const

const LONG_WORD = 9

/** `noodles` → `noodle`, `shoegazing` → `shoegaz`: number, and the ending of a long word, do not tell two tags apart (but park and parking are two). */
function stem(word: string): string {
  const bare = word
    .replace(/(?<=\p{L}{3})ies$/u, 'y')
    .replace(/(?<=sh|ch|x|ss)es$/u, '')
    .replace(/(?<=[^\W_]{2}[^suy])s$/u, '')
  return word.length > LONG_WORD ? bare.replace(/(?:ing|e)$/u, '') : bare.length > LONG_WORD - 2 ? bare.replace(/e$/u, '') : bare
}

/** `to breakdance` as a tag says it: *breakdancing*. */
const gerund = (phrase: string): string => {
  const [verb = '', ...rest] = phrase.split(' ')
  const doubled = /^[^aeiou]*[aeiou][bdgklmnprt]$/u.test(verb) ? verb + verb.slice(-1) : verb.replace(/(?<=[^aeio])e$/u, '')
  return [`${doubled}ing`, ...rest].join(' ')
}

const wordsOf = (label: string): string[] => {
  const plain = label.normalize('NFKC').replace(/['’]/gu, '').toLowerCase()
  return plain
    .split(/[\s\-_·・&/+]+/u)
    .flatMap((word) => (SHORT[word] ?? word).split(' '))
    .filter((word) => word && word !== 'and')
}

/** The same for all spellings of one English tag, with or without spaces: `Hot Pots`, `hotpot` → `hotpot`. */
export function englishKey(label: string): string {
  const words = wordsOf(label)
  const whole = SHORT[words.join('')]
  const last = whole ? wordsOf(whole) : words
  return foldLabelLoose([...last.slice(0, -1), stem(last.at(-1) ?? '')].join(''))
}

/** The same with number and endings as they are: blue is not the blues. */
export const plainKey = (label: string): string => foldLabelLoose(wordsOf(label).join(''))

function signsOfLatin(label: string): Sign[] {
  const own = { how: 'label' as const, word: label, means: label }
  const words = wordsOf(label)
  const signs: Sign[] = [{ ...own, key: englishKey(label), weight: 1 }]
  if (words.length > 1 && GENERAL.has(words.at(-1) ?? ''))
    signs.push({ ...own, key: englishKey(words.slice(0, -1).join(' ')), weight: TRUST.general, about: 'music' })
  const joined = foldLabelLoose(label)
  for (const key of soundTerms(joined)) signs.push({ ...own, key, weight: 1 })
  return signs.filter(({ key }) => key !== '')
}

/** A name of somebody: its meaning is not what a tag is about. */
const isName = (reading: string, sense: string): boolean =>
  /\((?:name|surname)\)|^surname |given name/i.test(sense) || (/^[A-Z]/.test(reading) && (/\(\d{4}/.test(sense) || /^\p{Lu}\p{L}*(?:$|[ ,;]*\()/u.test(sense)))

/** English words that one sense gives, with what stands in quotes, in brackets or after *or*; each with how far to trust it. */
function wordsOfSense(sense: string): { english: string; trust: number }[] {
  const verb = /^(?:\([^)]*\) )?to /.test(sense) ? TRUST.verb : 1
  const quoted = /^["“]([^"”]+)["”]/.exec(sense)?.[1]
  const bracketed = /\(([A-Z]\p{L}+(?: \p{L}+){1,3})\)/u.exec(sense)?.[1]
  const main = englishOf(sense.replace(/ \((?:[^()]|\([^)]*\))*\)/gu, '').replace(/\[[^\]]*\]/gu, ''))
  const either = main.flatMap((one) => one.split(' or '))
  return [
    ...[...either, ...(quoted ? [quoted] : [])].flatMap((english) => [
      { english, trust: verb },
      ...(verb < 1 ? [{ english: gerund(english), trust: verb }] : []),
    ]),
    ...(bracketed ? [{ english: bracketed, trust: TRUST.inBrackets }] : []),
  ]
}

/** What a Chinese word means in English by the dictionary, each meaning with its trust. */
function meaningsOf(word: string, lexicon: Lexicon): { english: string; trust: number; about: { about?: 'music' } }[] {
  return lexicon.entries(word).flatMap(({ reading, senses }, entry) =>
    senses
      .filter((sense) => !/^CL:/.test(sense))
      .flatMap((sense, place) => {
        if (isName(reading, sense)) return []
        const trust = (BY_PLACE[Math.min(place + entry, BY_PLACE.length - 1)] ?? 0) as number
        const about = /\bmusic\b|\(loanword\)/.test(sense) ? { about: 'music' as const } : {}
        return wordsOfSense(sense).map((one) => ({ english: one.english, trust: one.trust * trust, about }))
      }),
  )
}

const MOST_PARTS = 4
const MOST_EACH = 8

/** Cuts a label that no dictionary has into words that it has, the longest first from either end. */
function partsOf(word: string, lexicon: Lexicon): string[] | null {
  const isKnown = (part: string) => lexicon.entries(part).length > 0 || lexicon.topicsIn(part).length > 0
  const letters = [...word]
  const parts: string[] = []
  for (let from = 0; from < letters.length; ) {
    let to = from === 0 ? letters.length - 1 : letters.length
    while (to > from && !isKnown(letters.slice(from, to).join(''))) to -= 1
    if (to === from) return null
    parts.push(letters.slice(from, to).join(''))
    from = to
  }
  return parts.length > 1 && parts.length <= MOST_PARTS && parts.some((part) => part.length > 1) ? parts : null
}

function wordByWord(word: string, lexicon: Lexicon): Sign[] {
  const parts = partsOf(word, lexicon)
  if (!parts) return []
  const choices = parts.map((part) =>
    [...new Set([...lexicon.topicsIn(part), ...meaningsOf(part, lexicon).map(({ english }) => english)])]
      .filter((one) => one.split(' ').length < 3)
      .slice(0, MOST_EACH),
  )
  let phrases = ['']
  for (const each of choices) phrases = phrases.flatMap((start) => each.map((one) => `${start} ${one}`.trim())).slice(0, MOST_EACH ** 2)
  return [...new Set(phrases)].map((means) => ({ key: englishKey(means), how: 'word-by-word', weight: TRUST.wordByWord, word, means }))
}

/** How the label is read, as somebody types it. A short sound has many words, unless the dictionary explains the word by it. */
function soundsOf(word: string, lexicon: Lexicon): Sign[] {
  const [whole] = readingTerms(word).toSorted((a, b) => b.length - a.length)
  if (!whole) return []
  const sound = whole.slice(1)
  const isNamed = lexicon.entries(word).some(({ senses }) => senses.some((sense) => new RegExp(`\\b${sound}\\b`, 'i').test(sense)))
  const weight = isNamed ? TRUST.namedSound : [...word].length > 2 ? TRUST.longSound : TRUST.shortSound
  return [{ key: whole, how: 'sound', weight, word, means: sound }]
}

function signsOfHan(label: string, lexicon: Lexicon): Sign[] {
  const word = simplifyCharacters(label)
  const short = word.replace(GENERAL_HAN, '')
  const forms = short !== word && short !== '' ? [word, short] : [word]
  const signs = forms.flatMap((form): Sign[] => {
    const trust = form === word ? 1 : TRUST.general
    const meant = meaningsOf(form, lexicon).map(
      ({ english, trust: sure, about }): Sign => ({
        ...about,
        key: englishKey(english),
        how: 'dictionary',
        weight: sure * trust,
        word: form,
        means: english,
      }),
    )
    const named = lexicon.topicsIn(form).map((means): Sign => ({ key: englishKey(means), how: 'label', weight: trust, word: form, means }))
    return [...named, ...meant]
  })
  const isHeadword = lexicon.entries(word).length > 0 || lexicon.topicsIn(word).length > 0
  return [...signs, ...(isHeadword ? [] : wordByWord(word, lexicon)), ...soundsOf(word, lexicon)].filter(({ key }) => key !== '')
}

/** Every sign of a label, the most trusted of each key and kind. Labels that are too long have none. */
export function signsOf(label: string, lexicon: Lexicon): Sign[] {
  if ([...label].length > LONGEST_LABEL * 3) return []
  const bare = label.replaceAll(/[\s·・]/gu, '')
  const isHan = HAN.test(bare)
  if (isHan && [...bare].length > LONGEST_LABEL) return []
  const signs = isHan ? signsOfHan(bare, lexicon) : /\p{Script=Latin}/u.test(label) ? signsOfLatin(label) : soundsOf(label, lexicon)
  const best = new Map<string, Sign>()
  for (const sign of signs) {
    const slot = `${sign.how} ${sign.key}`
    if ((best.get(slot)?.weight ?? 0) < sign.weight) best.set(slot, sign)
  }
  return [...best.values()]
}

/** Parts of Chinese labels that `signsOf` asks a lexicon about. */
export function wordsAskedFor(labels: readonly string[]): string[] {
  const asked = new Set<string>()
  for (const label of labels) {
    const letters = [...simplifyCharacters(label.replaceAll(/[\s·・]/gu, ''))]
    if (letters.length > LONGEST_LABEL || !HAN.test(letters.join(''))) continue
    for (let from = 0; from < letters.length; from += 1) for (let to = from + 1; to <= letters.length; to += 1) asked.add(letters.slice(from, to).join(''))
  }
  return [...asked]
}
