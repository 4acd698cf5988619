import type { MediaId } from '#ground/ids/index.ts'

declare module '#ground/outbox/index.ts' {
  interface Events {
    /** All variants can be served. The subject is null while nothing has claimed the picture. */
    'media.ready': { mediaId: MediaId; subjectKind: string | null; subjectId: string | null }
    /** It is gone, and what was kept of it in storage too: what others keep about it may go. */
    'media.removed': { mediaId: MediaId }
    /** It will never be shown; `reason` is a refusal code. */
    'media.failed': { mediaId: MediaId; subjectKind: string | null; subjectId: string | null; reason: string }
  }
}
