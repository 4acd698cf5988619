import { feature } from '#ground/feature.ts'
import { archive } from './archive.ts'
import './events.ts'
import { sightTags } from './find-same-topics.ts'
import { followLanguage } from './follow-language.ts'
import { jobs } from './jobs.ts'
import { forgetMember, removeNotesOf } from './leave.ts'
import { migrations } from './migrations/index.ts'
import { openTopicsOf } from './open-topics.ts'
import { publishWhenReady, tellFailure } from './publish-when-ready.ts'
import { routes } from './routes.ts'
import { searchable } from './searchable.ts'
import { subjects } from './subjects.ts'
import './tables.ts'

export const notes = feature({
  name: 'notes',
  migrations,
  routes,
  jobs,
  subjects,
  searchable,
  exports: archive,
  forget: forgetMember,
  on: {
    'note.published': openTopicsOf,
    'note.edited': openTopicsOf,
    'media.ready': publishWhenReady,
    'media.failed': tellFailure,
    'text.kept': followLanguage,
    'layer.added': sightTags,
    'layer.changed': sightTags,
    'member.left': removeNotesOf,
  },
})

export { commentFor } from './comment-view.ts'
export { type NoteInput, zNoteInput } from './composer.ts'
export { likeNote, unlikeNote } from './like-note.ts'
export { LICENCES, limits, VISIBILITIES, type Visibility } from './note.ts'
export { noteFor } from './note-view.ts'
export { shownPlace } from './place-rules.ts'
export { postComment } from './post-comment.ts'
export { type ActorBrief, actorBriefs, type CommentView, type NoteView, type Tile, zActorBrief, zTile } from './present.ts'
export { type Circumstances, publishNote } from './publish-note.ts'
export { type NoteRow, noteById } from './queries/notes.ts'
export { mentionedIn, topicsOf } from './queries/parts.ts'
export { visibleTo } from './queries/visible.ts'
export { setSaved } from './set-saved.ts'
export { tilesFor } from './tiles.ts'
