import { after, SECOND } from '#ground/clock/index.ts'
import type { Tx } from '#ground/database/index.ts'
import { type Ground, kindOf, ownerOf, type Subject } from '#ground/feature.ts'
import type { ActorId, LayerId } from '#ground/ids/index.ts'
import { languageMatches } from '#pure/lexicon/languages.ts'
import { EngineFault } from './engines/engine.ts'
import { isConversion } from './engines/opencc.ts'
import './events.ts'
import { HIDDEN_RATING, sourceFor, stillStands } from './layer.ts'
import { type LayerRow, layersOf, lockOriginal, putSingleLayer } from './queries/layers.ts'
import { takeAsks } from './queries/machine.ts'
import { renewLayer, sentencesToRenew } from './renew-layer.ts'
import { type Translation, translateWording } from './translate-wording.ts'

export interface TranslationJob {
  subjectKind: string
  subjectId: string
  to: string
  /** How often an engine said "later". */
  tries?: number
}

/** The queue that waits for engines that are busy or down. */
export const TRANSLATE = 'language.translate'
/** Tries are 15 s apart at first and at most 15 min, or what the engine asks for: about five hours in all, a day for a quota. */
const MOST_TRIES = 24
const FIRST_WAIT_SECONDS = 15
const LONGEST_WAIT_SECONDS = 900

/** Whether a subject's text may leave this machine: public and unlisted text, and all when the host allows it. */
export async function mayBeSent({ config, house, db }: Ground, { kind, id }: Subject): Promise<boolean> {
  if (!house.subjects.has(kind)) return false
  return config.TRANSLATE_PRIVATE === 'on' || kindOf(house, kind).isPublic(db.q, id)
}

/** Whether this machine, or an engine that may be sent the text, can bring it from one language into the other. */
export const mayBeBrought = async (ground: Ground, subject: Subject, from: string, to: string): Promise<boolean> =>
  isConversion(from, to) || (await mayBeSent(ground, subject))

/** A layer that makes a machine layer in this language needless: it still stands, and was not voted away. */
export const standsFor = (layer: LayerRow, to: string): boolean =>
  layer.origin !== 'original' && stillStands(layer) && languageMatches(layer.language, to) && !(layer.origin === 'person' && layer.rating <= HIDDEN_RATING)

/**
 * Makes the machine layer of a subject in one language, when there is still need for it and its text may be sent. Tells its owner and
 * who asked. An engine that is busy or down is asked again later, a number of times; then there is no layer. Running it twice changes nothing.
 */
export async function translateSubject(ground: Ground, job: TranslationJob, signal: AbortSignal): Promise<void> {
  const { subjectKind, subjectId, to } = job
  const subject: Subject = { kind: subjectKind, id: subjectId }
  const layers = await layersOf(ground.db.q, [subject])
  const original = layers.find(({ origin }) => origin === 'original')
  if (!original) return
  if (layers.some((layer) => standsFor(layer, to))) return ground.db.transaction((tx) => tellAskers(tx, ground, subject, to, 'ready'))
  const from = sourceFor(original, to)
  const isAllowed = from !== undefined && (await mayBeBrought(ground, subject, from, to))
  const renewed = renewalOf(original, layers, to)
  // After an edit only what changed goes to the engine.
  const asked = renewed ? { title: '', body: renewed.sentences.join('\n'), warning: null } : original
  try {
    const { language: main, also } = original
    const translation = isAllowed ? await translateWording(ground, subject, asked, { main, also, from, to }, signal) : null
    await ground.db.transaction((tx) =>
      translation ? keep(tx, ground, subject, original, to, translation, renewed) : tellAskers(tx, ground, subject, to, 'failed'),
    )
  } catch (error) {
    if (!(error instanceof EngineFault)) throw error
    await tryLater(ground, subject, job, error)
  }
}

async function tryLater(ground: Ground, subject: Subject, { tries = 0, ...job }: TranslationJob, { waitSeconds = 0 }: EngineFault): Promise<void> {
  if (tries >= MOST_TRIES) return ground.db.transaction((tx) => tellAskers(tx, ground, subject, job.to, 'failed'))
  const seconds = Math.max(waitSeconds, Math.min(FIRST_WAIT_SECONDS * 2 ** tries, LONGEST_WAIT_SECONDS))
  const at = after(ground.clock.now(), seconds * SECOND)
  await ground.jobs.enqueue(ground.db.q, TRANSLATE, { ...job, tries: tries + 1 }, { key: `${job.subjectId}:${job.to}`, at })
}

/** The layer of which an engine words only these sentences. */
type Renewed = { id: LayerId; sentences: readonly string[] } | undefined

function renewalOf(original: LayerRow, layers: readonly LayerRow[], to: string): Renewed {
  const machine = layers.find(({ origin, language }) => origin === 'machine' && language === to)
  const sentences = machine && sentencesToRenew(original, machine)
  return machine && sentences && { id: machine.id, sentences }
}

async function keep(tx: Tx, ground: Ground, subject: Subject, original: LayerRow, to: string, translation: Translation, renewed: Renewed): Promise<void> {
  const now = await lockOriginal(tx, subject)
  if (!now) return
  // Edited while the engine worked, or the layer is gone: whoever waits is served with what the text says now.
  const isOld = now.revision !== original.revision || now.language !== original.language
  if (isOld || (renewed && !(await renewLayer(tx, ground, now, renewed.id, renewed.sentences, translation))))
    return ground.jobs.enqueue(tx, TRANSLATE, { subjectKind: subject.kind, subjectId: subject.id, to }, { key: `${subject.id}:${to}` })
  const id = renewed?.id ?? (await putWhole(tx, ground, subject, original, to, translation))
  const facts = { subjectKind: subject.kind, subjectId: subject.id, layerId: id, language: to, origin: 'machine' as const, byActor: null }
  await ground.outbox.announce(tx, renewed ? 'layer.changed' : 'layer.added', facts, subject.id)
  const owner = await ownerOf(ground.house, tx, subject)
  await tellAskers(tx, ground, subject, to, 'ready', owner ? [owner] : [])
}

function putWhole(
  tx: Tx,
  { ids, clock }: Ground,
  subject: Subject,
  original: LayerRow,
  to: string,
  { wording, engine, version }: Translation,
): Promise<LayerId> {
  const at = clock.now()
  return putSingleLayer(tx, {
    id: ids.next<LayerId>(),
    subject_kind: subject.kind,
    subject_id: subject.id,
    language: to,
    origin: 'machine',
    by_actor: null,
    engine,
    engine_version: version,
    ...pick(wording),
    also: [],
    language_given: false,
    revision: 1,
    source_revision: original.revision,
    stale: false,
    created_at: at,
    updated_at: at,
  })
}

const pick = ({ title, body, warning }: Translation['wording']) => ({ title, body, warning })

/** Open pages of who asked, and of `others`, hear that the layer is there, or that it will not come. */
async function tellAskers(
  tx: Tx,
  { live }: Ground,
  subject: Subject,
  language: string,
  state: 'ready' | 'failed',
  others: readonly ActorId[] = [],
): Promise<void> {
  for (const member of new Set([...(await takeAsks(tx, subject, language)), ...others]))
    await live.tell(tx, member, { kind: 'layer', data: { subjectKind: subject.kind, subjectId: subject.id, language, state } })
}
