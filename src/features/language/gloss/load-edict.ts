import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import { edictSource, parseEdictLine } from '#pure/gloss/edict.ts'
import { clearDictionary, dictionaryVersion, type EntryRow, forgetDictionary, insertEntries, noteDictionary } from '../queries/dictionary.ts'

const BATCH = 5_000
/** Grows when the way of filling the tables changes. */
const FORM = 1
/** The first line says what the file is. */
const HEADING = '？？？'

/** Which file it is, by size and time; undefined when it cannot be read. */
async function versionOf(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() ? `${FORM}:${found.size}@${found.mtime.toISOString()}` : undefined
}

/** Whether the tables hold what the host's file holds, or nothing where there is none. A file that cannot be read changes nothing. */
export async function isEdictLoaded({ db, config, log }: Pick<Ground, 'db' | 'config' | 'log'>): Promise<boolean> {
  const kept = await dictionaryVersion(db.q, edictSource.name)
  if (config.EDICT_FILE === undefined) return kept === undefined
  const version = await versionOf(config.EDICT_FILE)
  if (version === undefined) log.warn({ file: config.EDICT_FILE }, 'EDICT_FILE cannot be read')
  return version === undefined || version === kept
}

/** Lines of a file in EUC-JP, which is never held as a whole. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('euc-jp')
  let rest = ''
  for await (const chunk of createReadStream(path)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/)
    rest = lines.pop() ?? ''
    yield* lines
  }
  yield rest + decoder.decode()
}

/** Common words before all others, so that they are found first: the file is read twice. */
async function insertFile(tx: Tx, path: string): Promise<{ entries: number; skipped: number }> {
  let entries = 0
  let skipped = 0
  let rows: EntryRow[] = []
  const flush = async (): Promise<void> => {
    await insertEntries(tx, rows)
    entries += rows.length
    rows = []
  }
  for (const common of [true, false]) {
    for await (const line of linesOf(path)) {
      if (line === '' || line.includes(HEADING)) continue
      const found = parseEdictLine(line)
      if (!found && common) skipped += 1
      for (const { word, kana, senses, isCommon } of found ?? []) {
        if (isCommon !== common) continue
        rows.push({ dictionary: edictSource.name, language: 'ja', headword: word, variant: kana || word, reading: kana, senses, senses_zh: [] })
      }
      if (rows.length >= BATCH) await flush()
    }
  }
  await flush()
  return { entries, skipped }
}

/** Fills the tables from the host's EDICT or EDICT2, or empties them where the host has none any more. Lines that are no entries are counted in the log. */
export async function loadEdict({ db, clock, log }: Pick<Ground, 'db' | 'clock' | 'log'>, path: string | undefined): Promise<void> {
  const kept = await dictionaryVersion(db.q, edictSource.name)
  const version = path === undefined ? undefined : await versionOf(path)
  if (version === kept || (path !== undefined && version === undefined)) return
  await db.transaction(async (tx) => {
    await clearDictionary(tx, edictSource.name)
    if (path === undefined || version === undefined) return forgetDictionary(tx, edictSource.name)
    const { entries, skipped } = await insertFile(tx, path)
    await noteDictionary(tx, edictSource.name, version, entries, clock.now())
    log.info({ entries, skipped }, 'EDICT is loaded')
  })
}
