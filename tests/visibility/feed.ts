import { by, type Entry, once, own, self, word } from './entry.ts'

/** The feeds, and what they know of their reader. */
export const feedEntries: Record<string, Entry | Entry[]> = {
  'GET /feeds/discover': { ...once({ query: { limit: '40' }, reveals: ['by someone blocked'] }), shelf: true },
  'GET /feeds/across': { ...once({ query: { limit: '40' } }), shelf: true },
  'GET /feeds/first-topics': { ...once({ query: { limit: '48' } }), vocabulary: true },
  'GET /me/sliders': own(),
  'PATCH /me/sliders': self,
  'GET /about/ranking': once({}),
  'GET /feed/promises/ledger': once({}),
  'GET /notes/{id}/promises': by('note', 'owner'),
  'GET /admin/promises': once({}),
  'GET /feeds/following': { over: null, may: 'reader', asks: () => [{ query: { limit: '40' }, mine: ['self'] }] },
  'GET /feeds/nearby': {
    over: null,
    may: 'reader',
    asks: ({ world }) => [{ query: { placeId: world.place, limit: '40' }, reveals: ['public'] }],
    shelf: true,
    finds: true,
  },
  'GET /topics/{id}/notes': word(({ topic, title }) => [{ params: { id: topic ?? title }, shows: ['title'], when: 'listed' }], {
    shelf: true,
    vocabulary: true,
  }),
  'GET /places/{id}/notes': {
    over: null,
    may: 'reader',
    asks: ({ world }) => [{ params: { id: world.place }, query: { limit: '40' }, reveals: ['public'] }],
    shelf: true,
    finds: true,
  },
  'GET /lists/{id}/notes': by('list', 'owner'),
  'POST /signals': self,
  // One's own choices; of what one may not see there are none.
  'GET /notes/{id}/choices': by('note', 'reader', undefined, { proof: 'none' }),
  'PUT /notes/{id}/choices/{choice}': by('note', 'reader', ({ ids }) => ({ params: { id: ids.note ?? '', choice: 'hide' } }), {
    proof: ['public', 'follower'],
  }),
  'DELETE /notes/{id}/choices/{choice}': self,
  'GET /me/learning': own(),
  'PATCH /me/learning': self,
  'DELETE /me/learning/history': self,
  'GET /me/acts': own(),
  'DELETE /me/acts/{id}/{kind}': self,
  'DELETE /me/acts': self,
}
