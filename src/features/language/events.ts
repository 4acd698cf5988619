import type { ActorId } from '#ground/ids/index.ts'
import type { Origin } from './layer.ts'

interface LayerFacts {
  subjectKind: string
  subjectId: string
  layerId: string
  language: string
  origin: Origin
  byActor: ActorId | null
}

/** One sentence of a layer, by whose words. */
interface MendFacts {
  layerId: string
  /** Who wrote the layer; null: an engine. */
  makerId: ActorId | null
  /** Who worded the sentence. */
  byActor: ActorId
}

declare module '#ground/outbox/index.ts' {
  interface Events {
    /** An original was written, edited, or its language corrected. `language` is that of the original now. */
    'text.kept': { subjectKind: string; subjectId: string; revision: number; language: string }
    'layer.added': LayerFacts
    /** New wording, or an earlier one again. */
    'layer.changed': LayerFacts
    'layer.removed': LayerFacts
    /** A reader of both languages thanked for somebody's layer, or took that back. */
    'layer.thanked': { layerId: string; makerId: ActorId; actorId: ActorId }
    'layer.unthanked': { layerId: string; makerId: ActorId; actorId: ActorId }
    /** Another wording of a sentence; not for those who only say that it still fits. */
    'mend.proposed': MendFacts
    'mend.withdrawn': MendFacts
    /** It stands in the layer; `thankedBy`: whose thanks did it. */
    'mend.taken': MendFacts & { thankedBy: ActorId[] }
  }
}
