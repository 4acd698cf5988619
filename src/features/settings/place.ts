import type { Config } from '#ground/config/index.ts'
import type { Database, Reader } from '#ground/database/index.ts'
import { currentRules, readSetting } from './queries/settings.ts'

export type RegistrationMode = Config['registration']
export const REGISTRATION_MODES = ['open', 'invite', 'approval', 'closed'] as const satisfies readonly RegistrationMode[]

export const DEFAULT_NAME = 'Commonplace'
export const MOST_NAME_GRAPHEMES = 60
export const MOST_TEXT_LENGTH = 20_000

/** Keys in host_settings. */
export const KEYS = { name: 'place-name', description: 'place-description', registration: 'registration' } as const

/** Who may sign up: the environment decides; unset there, what was chosen in the browser; else by whether others can reach the place. */
export async function registrationMode({ config, db }: { config: Config; db: Pick<Database, 'q'> }): Promise<RegistrationMode> {
  if (config.REGISTRATION) return config.REGISTRATION
  return (await readSetting<RegistrationMode>(db.q, KEYS.registration)) ?? config.registration
}

export const placeName = async (db: Reader): Promise<string> => (await readSetting<string>(db, KEYS.name)) ?? DEFAULT_NAME

export interface PlaceFacts {
  name: string
  /** Text per language. */
  description: Record<string, string>
  rules: { version: number; texts: Record<string, string> }
}

export async function placeFacts(db: Reader): Promise<PlaceFacts> {
  return { name: await placeName(db), description: (await readSetting<Record<string, string>>(db, KEYS.description)) ?? {}, rules: await currentRules(db) }
}
