import { type Ground, subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { Refusal } from '#pure/problem/index.ts'
import { countGraphemes } from '#pure/text/graphemes.ts'
import { audit } from './audit.ts'
import { KEYS, MOST_NAME_GRAPHEMES, placeFacts, type RegistrationMode, registrationMode } from './place.ts'
import { lockAudit } from './queries/audit.ts'
import { insertRules, writeSetting } from './queries/settings.ts'

export interface SettingsChange {
  name?: string | undefined
  description?: Record<string, string> | undefined
  rules?: Record<string, string> | undefined
  registration?: RegistrationMode | undefined
}

/** What an admin chooses in the browser; effective at once, one line in the audit log each. Throws Refusal `place-name-length`, `set-by-host`. */
export async function changeSettings(ground: Ground, admin: Member, change: SettingsChange): Promise<void> {
  const { db, config, clock } = ground
  const name = change.name?.trim()
  if (name !== undefined && (name === '' || countGraphemes(name) > MOST_NAME_GRAPHEMES))
    throw new Refusal('place-name-length', { field: 'name', count: MOST_NAME_GRAPHEMES })
  if (change.registration && config.REGISTRATION) throw new Refusal('set-by-host', { field: 'registration' })
  const now = clock.now()
  await db.transaction(async (tx) => {
    // Before any setting: two admins change them one after the other, each from what the other left.
    await lockAudit(tx)
    const before = await placeFacts(tx)
    const registration = await registrationMode({ config, db: { q: tx } })
    const note = (facts: Record<string, string | number | boolean | null>) =>
      audit(tx, ground, { by: admin.id, act: 'settings.changed', subject: subject('place', ''), facts })
    if (name !== undefined && name !== before.name) {
      await writeSetting(tx, KEYS.name, name, admin.id, now)
      await note({ setting: 'name', before: before.name, after: name })
    }
    if (change.description) {
      await writeSetting(tx, KEYS.description, written(change.description), admin.id, now)
      await note({ setting: 'description', languages: Object.keys(written(change.description)).join(' ') })
    }
    if (change.rules) {
      const version = before.rules.version + 1
      await insertRules(tx, { version, texts: written(change.rules) }, admin.id, now)
      await note({ setting: 'rules', version })
    }
    if (change.registration && change.registration !== registration) {
      await writeSetting(tx, KEYS.registration, change.registration, admin.id, now)
      await note({ setting: 'registration', before: registration, after: change.registration })
    }
  })
}

/** Languages whose text was emptied are left out. */
const written = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts)
      .map(([language, text]) => [language, text.trim()])
      .filter(([, text]) => text !== ''),
  )
