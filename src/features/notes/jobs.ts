import type { Ground } from '#ground/feature.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import type { Job } from '#ground/jobs/index.ts'
import { CLEAR_COMMENTS, clearComments, REMOVE_ALL, removeAll } from './delete-note.ts'
import { weighTopicsTogether } from './find-same-topics.ts'
import { showDuePlaces } from './place-rules.ts'
import { publishDue } from './publish-draft.ts'

export const jobs = (ground: Ground): Job<never>[] => [
  { name: CLEAR_COMMENTS, keyed: true, run: ({ noteId }: { noteId: NoteId }) => clearComments(ground, noteId) },
  { name: REMOVE_ALL, keyed: true, deadlineSeconds: 3_600, run: ({ actorId }: { actorId: ActorId }) => removeAll(ground, actorId) },
  { name: 'notes.weigh-topics', every: '47 2 * * *', concurrency: 1, deadlineSeconds: 3_600, run: () => weighTopicsTogether(ground) },
  { name: 'notes.publish-due', every: '* * * * *', concurrency: 1, run: () => publishDue(ground) },
  { name: 'notes.show-places', every: '* * * * *', concurrency: 1, run: () => showDuePlaces(ground) },
]
