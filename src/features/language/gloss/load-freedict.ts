import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Ground } from '#ground/feature.ts'
import { freedictName, isFreedict, parseFreedictEntry, stretchesOf } from '#pure/gloss/freedict.ts'
import { baseLanguage, canonicalLanguage } from '#pure/lexicon/languages.ts'
import { clearDictionary, dictionariesKept, type EntryRow, forgetDictionary, insertEntries, noteDictionary } from '../queries/dictionary.ts'

const BATCH = 5_000
/** Grows when the way of filling the tables changes. */
const FORM = 1
const INDEX = /^freedict-([a-z]{3}-eng)\.index$/
/** These have dictionaries of their own here. */
const OTHERWISE = new Set(['en', 'zh', 'ja', 'und'])

interface Found {
  name: string
  language: string
  /** Without its ending. */
  path: string
  version: string
}

/** Dictionaries into English of a folder, by name; undefined when it cannot be read. */
async function dictionariesIn(folder: string): Promise<Map<string, Found> | undefined> {
  const files = await readdir(folder).catch(() => undefined)
  if (!files) return undefined
  const found = new Map<string, Found>()
  for (const file of files) {
    const pair = INDEX.exec(file)?.[1]
    const language = pair === undefined ? 'und' : canonicalLanguage(pair.slice(0, 3))
    const path = join(folder, file.replace(/\.index$/, ''))
    const text = await stat(`${path}.dict.dz`).catch(() => undefined)
    if (pair === undefined || !text?.isFile() || OTHERWISE.has(baseLanguage(language))) continue
    const name = freedictName(pair)
    found.set(name, { name, language, path, version: `${FORM}:${text.size}@${text.mtime.toISOString()}` })
  }
  return found
}

/** What has to be read anew and what is to go; undefined where a folder cannot be read, which changes nothing. */
async function changes({ db, log }: Pick<Ground, 'db' | 'log'>, folder: string | undefined): Promise<{ read: Found[]; gone: string[] } | undefined> {
  const found = folder === undefined ? new Map<string, Found>() : await dictionariesIn(folder)
  if (!found) {
    log.warn({ folder }, 'FREEDICT_FOLDER cannot be read')
    return undefined
  }
  const kept = (await dictionariesKept(db.q)).filter(({ name }) => isFreedict(name))
  return {
    read: [...found.values()].filter(({ name, version }) => kept.every((one) => one.name !== name || one.version !== version)),
    gone: kept.flatMap(({ name }) => (found.has(name) ? [] : [name])),
  }
}

/** Whether the tables hold what the host's folder holds, or nothing where there is none. */
export async function isFreedictLoaded({ db, config, log }: Pick<Ground, 'db' | 'config' | 'log'>): Promise<boolean> {
  const due = await changes({ db, log }, config.FREEDICT_FOLDER)
  return !due || due.read.length + due.gone.length === 0
}

/** Fills the tables from the dictionaries of FreeDict in the host's folder, and takes out those that are there no more. Readers see the old words until the new ones are complete. */
export async function loadFreedict({ db, clock, log }: Pick<Ground, 'db' | 'clock' | 'log'>, folder: string | undefined): Promise<void> {
  const due = await changes({ db, log }, folder)
  for (const name of due?.gone ?? []) {
    await db.transaction(async (tx) => {
      await clearDictionary(tx, name)
      await forgetDictionary(tx, name)
    })
  }
  for (const one of due?.read ?? []) {
    const rows = await rowsOf(one)
    await db.transaction(async (tx) => {
      await clearDictionary(tx, one.name)
      for (let from = 0; from < rows.length; from += BATCH) await insertEntries(tx, rows.slice(from, from + BATCH))
      await noteDictionary(tx, one.name, one.version, rows.length, clock.now())
    })
    log.info({ entries: rows.length }, `${one.name} is loaded`)
  }
}

async function rowsOf({ name, language, path }: Found): Promise<EntryRow[]> {
  const [index, text] = await Promise.all([readFile(`${path}.index`, 'utf8'), readFile(`${path}.dict.dz`).then(promisify(gunzip))])
  return stretchesOf(index).flatMap(({ start, length }): EntryRow[] => {
    const entry = parseFreedictEntry(text.toString('utf8', start, start + length))
    if (!entry || entry.word.includes('\0')) return []
    return [{ dictionary: name, language, headword: entry.word.toLowerCase(), variant: entry.word, reading: '', senses: entry.senses, senses_zh: [] }]
  })
}
