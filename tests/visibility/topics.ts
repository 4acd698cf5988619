import { by, type Entry, first, once, own, read, self, word } from './entry.ts'

/** Topics, and the question whether two of them are the same. */
export const topicEntries: Record<string, Entry> = {
  'GET /topics/suggestions': word(({ topic, title }) => [{ query: { q: first(topic ?? title) }, shows: ['topic'], when: 'listed' }], { vocabulary: true }),
  'GET /topics': own(),
  'GET /topics/{id}': word(
    ({ topic, title }) => [{ params: { id: topic ?? title }, shows: ['topic'], when: 'listed' }, { params: { id: `${topic ?? title}inbody` } }],
    { vocabulary: true },
  ),
  'PUT /topics/{id}/follow': word(({ topic, title }) => [{ params: { id: topic ?? title } }], {
    vocabulary: true,
    may: (thing, viewer) => thing.sees.includes(viewer) || thing.sees.includes('anonymous'),
    proof: ['public', 'follower'],
  }),
  'DELETE /topics/{id}/follow': self,
  'GET /topic-proposals': once({ query: { languages: 'all', limit: '80' }, reveals: ['topic proposal'] }),
  'GET /topic-proposals/{id}': read('proposal', ['title']),
  'GET /topic-proposals/{id}/history': read('proposal'),
  'POST /topics/{id}/proposals': word(
    ({ topic, title }) => [{ params: { id: topic ?? title }, body: { other: 'punk', language: 'en', answer: 'apart', reason: 'Something else.' } }],
    { vocabulary: true, may: (thing, viewer) => thing.sees.includes(viewer) || thing.sees.includes('anonymous'), proof: ['public', 'follower'] },
  ),
  'PUT /topic-proposals/{id}/answer': by(
    'proposal',
    (_thing, viewer) => viewer !== 'anonymous',
    () => ({ body: { answer: 'apart', reason: 'Something else.' } }),
    { proof: 'none' },
  ),
  'PUT /admin/topics/{id}/links': word(({ topic, title }) => [{ params: { id: topic ?? title }, body: { other: 'punk', as: 'related' } }], {
    vocabulary: true,
    may: (_thing, viewer) => viewer === 'guardian',
    proof: 'none',
  }),
  'PUT /admin/topic-proposals/{id}': by(
    'proposal',
    (_thing, viewer) => viewer === 'guardian',
    () => ({ body: { state: 'open', reason: 'Asked again.' } }),
    { proof: ['topic proposal', 'guardian'] },
  ),
}
