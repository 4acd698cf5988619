import { z } from 'zod'
import { type Config, WrongSettings } from '#ground/config/index.ts'
import type { Fetch } from '#ground/fetch/index.ts'
import { canonicalLanguage } from '#pure/lexicon/languages.ts'
import { command } from './command.ts'
import { deepl, deeplAddress, deeplPairs } from './deepl.ts'
import type { Engine, Pair } from './engine.ts'
import { libreTranslate } from './libretranslate.ts'
import { local } from './local.ts'
import { openai } from './openai.ts'
import { opencc } from './opencc.ts'

const pair = z.string().transform((text, context): Pair => {
  const [from = '', to = '', ...more] = text.split('>').map((side) => side.trim())
  const sides = [from, to].map((side) => (side === '*' ? '*' : canonicalLanguage(side)))
  if (more.length > 0 || sides.includes('und')) {
    context.addIssue({ code: 'custom', message: `a pair such as "en>zh-Hans" or "*>en", not "${text}"` })
    return z.NEVER
  }
  return { from: sides[0] ?? '', to: sides[1] ?? '' }
})
const url = z.url({ protocol: /^https?$/, error: 'an address such as http://localhost:5000' })
const pairs = z.array(pair).min(1)
const common = { name: z.string().min(1).max(60), timeoutSeconds: z.number().min(1).max(120).optional() }
const zEngine = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('libretranslate'), ...common, url, key: z.string().optional(), pairs: pairs.optional() }),
  z.strictObject({ type: z.literal('deepl'), ...common, url: url.optional(), key: z.string().min(1), pairs: pairs.optional() }),
  z.strictObject({ type: z.literal('openai'), ...common, url, key: z.string().optional(), model: z.string().min(1), pairs: pairs.optional() }),
  z.strictObject({ type: z.literal('command'), ...common, command: z.tuple([z.string().min(1)], z.string()), pairs }),
  z.strictObject({ type: z.literal('local'), ...common, folder: z.string().min(1), models: z.number().int().min(1).max(20).optional() }),
])
type EngineSettings = z.output<typeof zEngine>

const ANY: readonly Pair[] = [{ from: '*', to: '*' }]

/** What the engine of TRANSLATE_MODELS is called. */
const LOCAL = 'Bergamot'

/**
 * The host's list of engines, in their order of preference; that of TRANSLATE_MODELS is the last. Throws WrongSettings with a sentence a fault;
 * keys are never in it.
 */
export function readEngines(config: Pick<Config, 'TRANSLATE_ENGINES' | 'TRANSLATE_MODELS'>, fetch: Pick<Fetch, 'trusted'>): Engine[] {
  const found = readList(config.TRANSLATE_ENGINES)
  if (config.TRANSLATE_MODELS !== undefined) found.push({ type: 'local', name: LOCAL, folder: config.TRANSLATE_MODELS })
  const names = [opencc.name, ...found.map(({ name }) => name)]
  const twice = [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
  if (twice.length > 0) throw new WrongSettings(twice.map((name) => `TRANSLATE_ENGINES: two engines are called ${name}.`))
  return found.map((settings) => makeEngine(settings, fetch))
}

function readList(TRANSLATE_ENGINES: string): EngineSettings[] {
  if (TRANSLATE_ENGINES.trim() === '') return []
  let list: unknown
  try {
    list = JSON.parse(TRANSLATE_ENGINES)
  } catch {
    throw new WrongSettings(['TRANSLATE_ENGINES must be a JSON list, but it is not JSON.'])
  }
  if (!Array.isArray(list)) throw new WrongSettings(['TRANSLATE_ENGINES must be a JSON list such as [{"type":"libretranslate","name":"…","url":"…"}].'])
  const sentences: string[] = []
  const found = list.flatMap((item, index) => {
    const parsed = zEngine.safeParse(item)
    if (parsed.success) return [parsed.data]
    for (const issue of parsed.error.issues)
      sentences.push(`TRANSLATE_ENGINES: engine ${index + 1}, ${issue.path.join('.') || 'as a whole'}: ${issue.message}.`)
    return []
  })
  if (sentences.length > 0) throw new WrongSettings(sentences)
  return found
}

function makeEngine(settings: EngineSettings, fetch: Pick<Fetch, 'trusted'>): Engine {
  const { timeoutSeconds, ...rest } = settings
  const more = timeoutSeconds === undefined ? {} : { deadlineMs: timeoutSeconds * 1000 }
  if (rest.type === 'command') return command({ ...rest, ...more })
  if (rest.type === 'local') return local({ ...rest, ...more })
  if (rest.type === 'deepl') {
    const address = rest.url ?? deeplAddress(rest.key)
    return deepl(fetch.trusted(new URL(address).origin), { ...rest, url: address, pairs: rest.pairs ?? deeplPairs, ...more })
  }
  const to = fetch.trusted(new URL(rest.url).origin)
  const known = { ...rest, pairs: rest.pairs ?? ANY, ...more }
  return known.type === 'openai' ? openai(to, known) : libreTranslate(to, known)
}
