import { by, type Entry, once, own, read, self } from './entry.ts'
import type { Thing, Viewer, World } from './thing.ts'

const isAsked = (thing: Thing, viewer: Viewer): boolean => thing.name === 'shared board' && (viewer === 'coauthor' || viewer === 'mentioned')
const keeps = (thing: Thing, viewer: Viewer): boolean => viewer === thing.owner || (isAsked(thing, viewer) && viewer === 'coauthor')
/** What everybody who keeps a board may do, proved by one who does not own it. */
const byKeeper = (over: string, ask?: Parameters<typeof by>[2]): Entry => by(over, keeps, ask, { proof: ['shared board', 'coauthor'] })
const byOwner = (ask: Parameters<typeof by>[2]): Entry => by('board', 'owner', ask, { proof: ['shared board', 'author'] })

const onBoard =
  (name: string) =>
  ({ ids, world }: { ids: Record<string, string>; world: World }) => ({ params: { id: ids.board ?? '', noteId: world.thing(name).ids.note ?? '' } })
const inSection = ({ ids }: { ids: Record<string, string> }) => ({ params: { id: ids.board ?? '', sectionId: ids.section ?? '' } })
const person = ({ ids, world }: { ids: Record<string, string>; world: World }) => ({
  params: { id: ids.board ?? '', actorId: world.people.follower ?? '' },
})

export const boardEntries: Record<string, Entry> = {
  'GET /boards': own('open board', 'secret board', 'shared board'),
  'GET /board-invitations': once({}),
  'GET /actors/{handle}/boards': by('board', 'reader', ({ owner }) => ({ params: { handle: owner }, shows: ['title'] })),
  'POST /boards': self,
  'GET /boards/{id}': read('board', ['title', 'body', 'layer']),
  'PATCH /boards/{id}': by('board', 'owner', () => ({ body: { name: 'Changed' } })),
  'DELETE /boards/{id}': by('board', 'owner'),
  'GET /boards/{id}/notes': by('board', 'reader', () => ({ reveals: ['public'] })),
  'PUT /notes/{id}/save': by('note', 'reader', () => ({ body: {} })),
  'DELETE /notes/{id}/save': by('note', 'reader'),
  'GET /notes/{id}/save': by('note', 'reader'),
  'PUT /boards/{id}/notes/{noteId}': byKeeper('board', (given) => ({ ...onBoard('unlisted')(given), body: {} })),
  'DELETE /boards/{id}/notes/{noteId}': byKeeper('board', onBoard('public')),
  'POST /boards/{id}/sections': byKeeper('board', () => ({ body: { name: 'Mine now' } })),
  'PATCH /boards/{id}/sections/{sectionId}': byKeeper('section', (given) => ({ ...inSection(given), body: { name: 'Mine now' } })),
  'DELETE /boards/{id}/sections/{sectionId}': byKeeper('section', inSection),
  'PUT /boards/{id}/people/{actorId}': byOwner(person),
  'DELETE /boards/{id}/people/{actorId}': byOwner(person),
  'PUT /boards/{id}/part': by('board', isAsked, undefined, { proof: ['shared board', 'mentioned'] }),
  'DELETE /boards/{id}/part': by('board', isAsked, undefined, { proof: ['shared board', 'coauthor'] }),
}
