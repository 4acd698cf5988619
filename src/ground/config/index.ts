import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

const hostPort = z.string().regex(/^(\[[0-9a-f:]+\]|[a-z0-9.-]+):\d{1,5}$/i, 'a host:port')
const url = (protocols: RegExp, example: string) => z.url({ protocol: protocols, error: `an address such as ${example}` })

function isOrigin(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
}

/** Every setting a host can write, with its meaning: `docs/hosting/configuration.md` is generated from this. */
export const settings = z.object({
  PORT: z.coerce.number({ error: 'a number from 0 to 65535' }).int().min(0).max(65535).default(3000).describe('Port the server listens on.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address the server listens on. 0.0.0.0 opens it to the network.'),
  ORIGIN: url(/^https?$/, 'https://example.org')
    .optional()
    .describe(
      'Public address of the place. Unset: http://localhost:PORT. An address that is not of this machine (localhost, 127.0.0.1) says that others can reach the place: its first account then needs the code that the server prints.',
    ),
  MEDIA_ORIGIN: z
    .string()
    .refine(isOrigin, 'an origin such as https://media.example.org, without a path')
    .transform((address) => new URL(address).origin)
    .optional()
    .describe('Second address that leads to this server, with a host name of its own: pictures are served there and nowhere else. Unset: from ORIGIN.'),
  DATA_DIR: z.string().min(1).default('./data').describe('Folder for the embedded database, media and caches.'),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/name')
    .optional()
    .describe('A PostgreSQL server (15 or newer). Unset: the embedded one.'),
  DATABASE_READ_URL: url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/name')
    .optional()
    .describe('A read replica for pages that tolerate a little lag.'),
  MEDIA_S3_ENDPOINT: url(/^https?$/, 'https://s3.example.org')
    .optional()
    .describe('S3-compatible storage for media. Unset: DATA_DIR/media.'),
  MEDIA_S3_BUCKET: z.string().optional().describe('Bucket for media.'),
  MEDIA_S3_REGION: z.string().default('auto').describe('Region of the bucket.'),
  MEDIA_S3_KEY: z.string().optional().describe('Access key of the bucket.'),
  MEDIA_S3_SECRET: z.string().optional().describe('Secret key of the bucket.'),
  SMTP_URL: url(/^smtps?$/, 'smtp://user:password@mail.example.org:587')
    .optional()
    .describe('Mail server. Unset: no mail is sent, addresses are not confirmed, `member reset` prints reset links.'),
  MAIL_FROM: z.string().default('Commonplace <noreply@localhost>').describe('Sender of mail.'),
  REGISTRATION: z
    .enum(['open', 'invite', 'approval', 'closed'], { error: 'open, invite, approval or closed' })
    .optional()
    .describe('Who may sign up. Unset: open while only this machine can reach the place (HOST and ORIGIN on loopback, no proxy), approval otherwise.'),
  TRANSLATE_ENGINES: z.string().default('').describe('JSON list of translation engines, see the hosting guide.'),
  TRANSLATE_MODELS: z
    .string()
    .min(1)
    .optional()
    .describe('Folder of models of Mozilla’s kind, which this machine then translates with itself, see the hosting guide. Unset: it does not.'),
  TRANSLATE_MONTHLY_CHARACTERS: z.coerce
    .number({ error: 'a whole number' })
    .int()
    .min(0)
    .default(2_000_000)
    .describe('Characters a month that may be sent to engines. Local models are not counted.'),
  TRANSLATE_PRIVATE: z
    .enum(['on', 'off'], { error: 'on or off' })
    .default('off')
    .describe('Whether followers-only and mentioned-only text may be sent to engines.'),
  EDICT_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('An EDICT or EDICT2 file in EUC-JP, which then explains words of Japanese in English, see the hosting guide. Unset: their readings alone.'),
  FREEDICT_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Folder with dictionaries of FreeDict into English, which then explain words of their languages, see the hosting guide. Unset: names of topics and what readers explain.',
    ),
  ALLOW_PRIVATE_HOSTS: z
    .string()
    .default('')
    .transform(list)
    .pipe(z.array(hostPort))
    .describe('host:port list that outgoing requests may reach although private. For tests on loopback.'),
  RATE_LIMITS: z
    .enum(['on', 'off'], { error: 'on or off' })
    .default('on')
    .describe(
      'off lifts counts per address for requests from loopback, and per account while the server listens there alone and trusts no proxy. For load tests.',
    ),
  METRICS_TOKEN: z
    .string()
    .min(16, { error: 'at least 16 characters' })
    .optional()
    .describe('Who sends it as a bearer token reads /metrics from anywhere. Unset: this machine alone, and nobody through a proxy.'),
  PUBLIC_READING: z.enum(['on', 'off'], { error: 'on or off' }).default('on').describe('off: pages are for members only.'),
  MEDIA_MAX_MEGABYTES: z.coerce.number({ error: 'a whole number' }).int().min(1).max(2000).default(40).describe('Largest picture, in MB.'),
  TRUST_PROXY: z
    .enum(['on', 'off'], { error: 'on or off' })
    .default('off')
    .describe('on: the last X-Forwarded-For entry is the client address (behind your own proxy), and the first account needs the code that the server prints.'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'debug, info, warn, error or silent' })
    .default('info')
    .describe('How much is logged.'),
})

export type Settings = z.output<typeof settings>

export interface Config extends Settings {
  /** Public origin without a trailing slash. */
  origin: string
  dataDir: string
  registration: 'open' | 'invite' | 'approval' | 'closed'
  /** True when only this machine can reach the server: it listens on loopback, its address is there too, and no proxy leads others in. */
  loopback: boolean
  /** True when counts per account, which know no address, are lifted: RATE_LIMITS=off, and every request comes from loopback. */
  unlimited: boolean
}

/** All faults at once, one sentence a setting; the program ends with code 2. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings'
  readonly sentences: string[]
  constructor(sentences: string[]) {
    super(sentences.join('\n'))
    this.sentences = sentences
  }
}

const LOOPBACK = /^(127(\.\d{1,3}){1,3}|localhost|::1|\[::1\])$/

/**
 * Reads settings from the environment, below it from the file named by COMMONPLACE_CONFIG (KEY=value lines, `#` comments).
 * Throws WrongSettings.
 */
export function readConfig(environment: Record<string, string | undefined>, overrides: Record<string, string> = {}): Config {
  const file = environment.COMMONPLACE_CONFIG ? readFile(environment.COMMONPLACE_CONFIG) : {}
  const given: Record<string, string | undefined> = { ...file }
  for (const key of Object.keys(settings.shape)) {
    const value = overrides[key] ?? environment[key]
    if (value !== undefined && value !== '') given[key] = value
  }
  const sentences = Object.keys(file)
    .filter((key) => !(key in settings.shape))
    .map((key) => `${key} is not a setting of Commonplace.`)
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      sentences.push(
        `${String(issue.path[0])} must be ${issue.message.replace(/^Invalid input: expected /, '')}, but it is "${hide(String(issue.path[0]), given)}".`,
      )
    }
  }
  if (sentences.length > 0 || !parsed.success) throw new WrongSettings(sentences)
  const values = parsed.data
  const s3 = [values.MEDIA_S3_ENDPOINT, values.MEDIA_S3_BUCKET, values.MEDIA_S3_KEY, values.MEDIA_S3_SECRET]
  if (s3.some(Boolean) && !s3.every(Boolean))
    throw new WrongSettings(['MEDIA_S3_ENDPOINT, MEDIA_S3_BUCKET, MEDIA_S3_KEY and MEDIA_S3_SECRET go together: set all four or none.'])
  const origin = (values.ORIGIN ?? `http://localhost:${values.PORT}`).replace(/\/$/, '')
  const fromHere = LOOPBACK.test(values.HOST) && values.TRUST_PROXY === 'off'
  const loopback = fromHere && LOOPBACK.test(new URL(origin).hostname)
  // Cookies do not know ports.
  if (values.MEDIA_ORIGIN && new URL(values.MEDIA_ORIGIN).hostname === new URL(origin).hostname)
    throw new WrongSettings(['MEDIA_ORIGIN must have another host name than ORIGIN: a picture must not lie where the cookies are.'])
  return {
    ...values,
    origin,
    dataDir: resolve(values.DATA_DIR),
    registration: values.REGISTRATION ?? (loopback ? 'open' : 'approval'),
    loopback,
    unlimited: fromHere && values.RATE_LIMITS === 'off',
  }
}

const hide = (key: string, given: Record<string, string | undefined>): string => (/SECRET|KEY|TOKEN|URL|ENGINES/.test(key) ? '…' : (given[key] ?? ''))

function readFile(path: string): Record<string, string> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new WrongSettings([`COMMONPLACE_CONFIG names ${path}, which cannot be read.`])
  }
  const found: Record<string, string> = {}
  for (const line of text.split('\n')) {
    const match = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line)
    if (match?.[1] && !line.trim().startsWith('#')) found[match[1]] = (match[2] ?? '').replace(/^"(.*)"$/, '$1')
  }
  return found
}
