import { readSetting, writeSetting } from '#features/settings/index.ts'
import type { Ground } from '#ground/feature.ts'
import { fingerprint, sameSecret } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { guessing } from './guess.ts'
import { hasAdmin } from './queries/members.ts'

const KEY = 'first-run-codes'
/** Each process that starts says a code of its own; the last few are good. */
const MOST_CODES = 5

/** On a host that others can reach, whoever makes the first account shows that they can read the server's own output. */
export async function offerFirstRun({ config, db, ids, clock }: Ground): Promise<void> {
  if (config.loopback || (await hasAdmin(db.q))) return
  const code = ids.secret(12)
  const before = (await readSetting<string[]>(db.q, KEY)) ?? []
  await writeSetting(db.q, KEY, [fingerprint(code), ...before].slice(0, MOST_CODES), null, clock.now())
  // Straight to stderr: the log is for machines and holds no secrets.
  process.stderr.write(`There is no admin yet. Open ${config.origin}/first-run and enter this code: ${code}\n`)
}

/** Throws Refusal `first-run-code`, `slow-down`. */
export async function checkFirstRunCode(ground: Ground, code: string | undefined, network: string): Promise<void> {
  if (ground.config.loopback) return
  await guessing(ground, { about: 'first-run code', network }, async () => {
    const hashes = (await readSetting<string[]>(ground.db.q, KEY)) ?? []
    const given = fingerprint(code?.trim() ?? '')
    if (!hashes.some((hash) => sameSecret(hash, given))) throw new Refusal('first-run-code', { field: 'firstRunCode' })
  })
}
