import type { MediaId } from '#ground/ids/index.ts'

declare module '#ground/outbox/index.ts' {
  interface Events {
    /** All variants can be served. The subject is null while nothing has claimed the picture. */
    'media.ready': { mediaId: MediaId; subjectKind: string | null; subjectId: string | null }
    /** It will never be shown; `reason` is a refusal code. */
    'media.failed': { mediaId: MediaId; subjectKind: string | null; subjectId: string | null; reason: string }
  }
}
