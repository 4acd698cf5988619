import { checkFlood, checkText } from '#features/moderation/index.ts'
import { audit } from '#features/settings/index.ts'
import { isTaken, type Tx } from '#ground/database/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { simplifyCharacters } from '#pure/lexicon/han.ts'
import { baseLanguage } from '#pure/lexicon/languages.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { countGraphemes } from '#pure/text/graphemes.ts'
import { normaliseLine } from '#pure/text/normalise.ts'
import { interfaceLanguages } from '#pure/words/index.ts'
import { insertWord, keepRevision, keepWhole, letCut, lockWord, lockWordOf, putWordVote, revisionOf, updateWord } from '../queries/culture-words.ts'
import type { CultureWordId } from './tables.ts'

export interface Explanation {
  reading: string
  en: string
  zhHans: string
  /** In other languages, by base tag; an empty one takes what stands there out. */
  meanings?: Record<string, string> | undefined
}
type Wording = Explanation & { meanings: Record<string, string> }

const SOURCE = 'culture-words'
const LANGUAGES = new Set<string>(interfaceLanguages.map(baseLanguage))
const LIMITS = { headword: 40, reading: 80, en: 200, zhHans: 200, meanings: 200 } as const

/**
 * Explains a word that nobody has explained yet, or one that was taken out. Throws `bad-input` {field}, `conflict` when it is there already,
 * and what the place's filter and floods throw.
 */
export async function explainWord(ground: Ground, member: Member, word: { language: string; headword: string } & Explanation): Promise<CultureWordId> {
  const language = dictionaryLanguage(word.language)
  const variant = line(word.headword, 'headword')
  if (variant === '') throw new Refusal('bad-input', { field: 'headword', reason: 'empty' })
  const given = { ...checked(word), meanings: merged({}, checked(word).meanings) }
  checkSaid(given)
  await checkFlood(ground, member, 'layer')
  await checkText(ground.db.q, [variant, ...wordsOf(given)].join('\n'))
  const headword = language === 'zh-Hans' ? simplifyCharacters(variant) : variant.toLowerCase()
  const explained = ground.db.transaction(async (tx) => {
    const at = ground.clock.now()
    const found = await lockWordOf(tx, language, headword)
    if (found && found.removedAt === null) throw new Refusal('conflict', { field: 'headword' })
    if (found) {
      await updateWord(tx, found.id, { removed_at: null })
      await reword(tx, ground, member, { id: found.id, revision: found.revision }, given)
    }
    const id = found?.id ?? ground.ids.next<CultureWordId>()
    if (!found) {
      const wording = rowOf(given, 1, member)
      await insertWord(tx, { id, language, headword, variant, ...wording, created_at: at, changed_at: at, removed_at: null })
      await keepRevision(tx, { word_id: id, ...wording, at })
    }
    if (language === 'zh-Hans' && isCut(headword)) await keepWhole(tx, SOURCE, headword)
    return id
  })
  return explained.catch((error: unknown) => {
    // Somebody else explained it at the same moment.
    throw isTaken(error) ? new Refusal('conflict', { field: 'headword' }) : error
  })
}

/** A new wording by whoever knows better; the earlier ones stay in the history. `seen` is the revision they read: `conflict` when there is a newer one. */
export async function rewordWord(ground: Ground, member: Member, id: CultureWordId, seen: number, explanation: Explanation): Promise<void> {
  const given = checked(explanation)
  await checkFlood(ground, member, 'layer')
  await checkText(ground.db.q, wordsOf(given).join('\n'))
  await ground.db.transaction(async (tx) => {
    const word = await lockWord(tx, id)
    if (!word) throw notFound()
    if (word.revision !== seen) throw new Refusal('conflict', { field: 'revision' })
    const next = { ...given, meanings: merged(word.meanings, given.meanings) }
    checkSaid(next)
    if (JSON.stringify(rowOf(next, 0, member)) !== JSON.stringify(rowOf(word, 0, member))) await reword(tx, ground, member, word, next)
  })
}

/** Brings an earlier wording back, as a new one of who brought it back. Throws not-found for one that never was. */
export async function revertWord(ground: Ground, member: Member, id: CultureWordId, revision: number): Promise<void> {
  await checkFlood(ground, member, 'layer')
  await ground.db.transaction(async (tx) => {
    const word = await lockWord(tx, id)
    const earlier = word && (await revisionOf(tx, id, revision))
    if (!word || !earlier) throw notFound()
    if (word.revision !== revision) await reword(tx, ground, member, word, earlier)
  })
}

/** A moderator takes a word out; its history stays, and who explains it anew goes on from there. */
export async function removeWord(ground: Ground, member: Member, id: CultureWordId): Promise<void> {
  await ground.db.transaction(async (tx) => {
    const word = await lockWord(tx, id)
    if (!word) throw notFound()
    await updateWord(tx, id, { removed_at: ground.clock.now() })
    await letCut(tx, SOURCE, word.headword)
    await audit(tx, ground, { by: member.id, act: 'culture-word.removed', subject: subject('culture-word', id), facts: { headword: word.headword } })
  })
}

async function reword(tx: Tx, ground: Ground, member: Member, word: { id: CultureWordId; revision: number }, given: Wording): Promise<void> {
  const at = ground.clock.now()
  const wording = rowOf(given, word.revision + 1, member)
  await updateWord(tx, word.id, { ...wording, changed_at: at })
  await keepRevision(tx, { word_id: word.id, ...wording, at })
}

/** Only Chinese without spaces is cut by us. */
const isCut = (headword: string): boolean => /^[\p{Script=Han}A-Za-z0-9]{2,12}$/u.test(headword) && /\p{Script=Han}/u.test(headword)

/** Languages of words and of meanings: those of the interface. Chinese and English as their dictionaries have them. */
function dictionaryLanguage(tag: string): string {
  const base = baseLanguage(tag)
  if (base === 'zh') return 'zh-Hans'
  if (LANGUAGES.has(base)) return base
  throw new Refusal('bad-input', { field: 'language', reason: 'unknown' })
}

function line(text: string, field: keyof typeof LIMITS): string {
  const one = normaliseLine(text)
  if (countGraphemes(one) > LIMITS[field]) throw new Refusal('bad-input', { field, reason: 'too long' })
  return one
}

function checked({ reading, en, zhHans, meanings = {} }: Explanation): Wording {
  const others = Object.entries(meanings).map(([tag, text]): [string, string] => {
    const language = baseLanguage(tag)
    if (!LANGUAGES.has(language) || language === 'en' || language === 'zh') throw new Refusal('bad-input', { field: 'meanings', reason: 'unknown' })
    return [language, line(text, 'meanings')]
  })
  return { reading: line(reading, 'reading'), en: line(en, 'en'), zhHans: line(zhHans, 'zhHans'), meanings: Object.fromEntries(others) }
}

/** Throws `bad-input` for what explains nothing in any language. */
function checkSaid({ en, zhHans, meanings }: Wording): void {
  if (en === '' && zhHans === '' && Object.keys(meanings).length === 0) throw new Refusal('bad-input', { field: 'en', reason: 'empty' })
}

/** What was there with what is new, in the order of the languages; empty ones are left out. */
const merged = (old: Record<string, string>, given: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...old, ...given })
      .filter(([, text]) => text !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

const wordsOf = ({ reading, en, zhHans, meanings }: Wording): string[] => [reading, en, zhHans, ...Object.values(meanings)]

const rowOf = ({ reading, en, zhHans, meanings }: Wording, revision: number, { id }: Member) => ({
  reading,
  en,
  zh_hans: zhHans,
  meanings: JSON.stringify(merged({}, meanings)),
  revision,
  by_actor: id,
})

/** Says whether an explanation helped; 0 takes it back. One's own wording is nobody's to judge by oneself. Answers the sum. */
export function voteOnWord({ db, clock }: Ground, member: Member, id: CultureWordId, value: 1 | -1 | 0): Promise<number> {
  return db.transaction(async (tx) => {
    const word = await lockWord(tx, id)
    if (!word) throw notFound()
    if (word.byActor === member.id) throw new Refusal('own-layer')
    return putWordVote(tx, id, member.id, value, clock.now())
  })
}
