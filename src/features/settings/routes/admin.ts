import { z } from 'zod'
import type { Ground } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zLanguage, zPage, zTime } from '#ground/http/shapes.ts'
import { decodeCursor, pageOf } from '#pure/cursor/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { changeSettings } from '../change-settings.ts'
import { MOST_TEXT_LENGTH, placeFacts, REGISTRATION_MODES, registrationMode } from '../place.ts'
import { auditPage } from '../queries/audit.ts'

const zTexts = z.record(zLanguage, z.string().max(MOST_TEXT_LENGTH)).refine((texts) => Object.keys(texts).length <= 20, 'at most 20 languages')
const zSettings = z.object({
  name: z.string(),
  description: z.record(z.string(), z.string()),
  rules: z.object({ version: z.int(), texts: z.record(z.string(), z.string()) }),
  registration: z.enum(REGISTRATION_MODES),
  registrationSetByHost: z.boolean(),
  mailAvailable: z.boolean(),
})

const settingsOf = async (ground: Ground): Promise<z.input<typeof zSettings>> => ({
  ...(await placeFacts(ground.db.q)),
  registration: await registrationMode(ground),
  registrationSetByHost: ground.config.REGISTRATION !== undefined,
  mailAvailable: ground.mail.available,
})

const seeSettings = defineRoute({
  method: 'get',
  path: '/admin/settings',
  tag: 'settings',
  summary: 'What the host can choose in the browser',
  who: 'admin',
  scope: 'admin',
  answer: zSettings,
  refusals: ['second-factor-needed'],
  handle: (ground) => settingsOf(ground),
})

const patchSettings = defineRoute({
  method: 'patch',
  path: '/admin/settings',
  tag: 'settings',
  summary: 'Choose name, description, rules and who may sign up',
  who: 'admin',
  scope: 'admin',
  body: z.object({
    name: z.string().max(500).optional(),
    description: zTexts.optional(),
    rules: zTexts.optional(),
    registration: z.enum(REGISTRATION_MODES).optional(),
  }),
  answer: zSettings,
  refusals: ['second-factor-needed', 'place-name-length', 'set-by-host'],
  async handle(ground, admin, { body }) {
    await changeSettings(ground, admin, body)
    return settingsOf(ground)
  },
})

function numberOf(cursor: string): number {
  const { key } = decodeCursor(cursor)
  if (typeof key !== 'number' || !Number.isSafeInteger(key)) throw new Refusal('bad-cursor')
  return key
}

const zAct = z.object({
  number: z.int(),
  at: zTime,
  by: z.string().nullable(),
  act: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  facts: z.record(z.string(), z.unknown()),
  hash: z.string(),
})

const seeAudit = defineRoute({
  method: 'get',
  path: '/admin/audit',
  tag: 'settings',
  summary: 'What those who run the place did, newest first',
  who: 'admin',
  scope: 'admin',
  query: z.object(pageQuery(50)),
  answer: zPage(zAct),
  refusals: ['second-factor-needed'],
  async handle(ground, _admin, { query: { cursor, limit } }) {
    const rows = await auditPage(ground.db.q, cursor ? numberOf(cursor) : null, limit + 1)
    const page = pageOf(rows, limit, (row) => ({ key: row.number, id: '' }))
    return { ...page, items: page.items.map(({ previousHash: _previous, ...row }) => ({ ...row, at: row.at.toISOString() })) }
  },
})

export const adminRoutes = [seeSettings, patchSettings, seeAudit]
