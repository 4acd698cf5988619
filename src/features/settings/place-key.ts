import { type Database, takeTurns } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import { readSetting, writeSetting } from './queries/settings.ts'

const keys = new WeakMap<Database, Map<string, Promise<string>>>()

/** A secret of this place, 256 bits under the name of a setting: made once, the same in every process. */
export function placeKey(ground: Pick<Ground, 'db' | 'ids' | 'clock'>, setting: string): Promise<string> {
  const known = keys.get(ground.db) ?? new Map<string, Promise<string>>()
  keys.set(ground.db, known)
  const found = known.get(setting) ?? readKey(ground, setting)
  known.set(setting, found)
  found.catch(() => known.delete(setting))
  return found
}

async function readKey({ db, ids, clock }: Pick<Ground, 'db' | 'ids' | 'clock'>, setting: string): Promise<string> {
  return (
    (await readSetting<string>(db.q, setting)) ??
    db.transaction(async (tx) => {
      await takeTurns(tx, setting)
      const made = (await readSetting<string>(tx, setting)) ?? ids.secret()
      await writeSetting(tx, setting, made, null, clock.now())
      return made
    })
  )
}
