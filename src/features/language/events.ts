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

declare module '#ground/outbox/index.ts' {
  interface Events {
    /** An original was written, edited, or its language corrected. `language` is that of the original now. */
    'text.kept': { subjectKind: string; subjectId: string; revision: number; language: string }
    'layer.added': LayerFacts
    /** New wording, or an earlier one again. */
    'layer.changed': LayerFacts
    'layer.removed': LayerFacts
  }
}
