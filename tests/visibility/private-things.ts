import { putWord } from '#features/language/queries/saved-words.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { ask } from './ask.ts'
import { picture } from './notes.ts'
import { addressOf, EVERYBODY, must, type Thing, VIEWERS, type Viewer, type World, wordsOf } from './thing.ts'

/** What is not a note, or not one yet. */
export async function keepPrivateThings(world: World): Promise<void> {
  const { house, things, people } = world
  const author = house.as('author')
  const keep = (name: string, words: Thing['words'], ids: Record<string, string>, sees: Viewer[] = ['author'], owner = 'author'): void => {
    things.push({ name, owner, sees, words, ids, isListed: false, isOnPage: false })
  }
  for (const [name, scheduledFor] of [
    ['draft', null],
    ['scheduled', '2026-04-01T12:00:00Z'],
  ] as const) {
    const { title, body, alt, topic, layer } = wordsOf(things.length)
    const media = await picture(world, 'author')
    await house.settle()
    const content = { title, body, topics: [topic], pictures: [{ id: media, alt }], layers: [{ language: 'de', title: layer, body: '' }] }
    keep(name, { title, body, alt, topic, layer }, { draft: await must(author.post('/drafts', { content, scheduledFor })), media })
  }
  const word = () => wordsOf(things.length).title
  const list = word()
  const listId = await must(author.post('/lists', { name: list }))
  await must(author.put(`/lists/${listId}/members/${people.follower}`))
  keep('list', { title: list }, { list: listId })
  const muted = word()
  keep('mute', { title: muted }, { mute: await must(author.post('/mutes', { kind: 'word', value: muted })) })
  const label = word()
  await must(ask(world, 'author', 'post', '/tokens', { label, scopes: ['read'] }))
  const tokens = (await ask(world, 'author', 'get', '/tokens')).json as { items: { id: string }[] }
  keep('token', { title: label }, { token: tokens.items[0]?.id ?? '' })
  const invite = word()
  keep('invite', { title: invite }, { invite: await must(ask(world, 'author', 'post', '/invites', { label: invite })) }, ['author', 'guardian'])
  const sessions = (await ask(world, 'author', 'get', '/sessions')).json as { items: { id: string }[] }
  keep('session', {}, { session: sessions.items[0]?.id ?? '' })
  await keepBoards(world, keep)
  const learnt = word()
  keep('word', { title: learnt }, { word: await keepWord(world, learnt) })
  const explained = word()
  const cultureWord = await must(author.post('/culture-words', { language: 'en', headword: explained, en: 'a word for everybody' }))
  keep('culture word', { title: explained }, { cultureWord }, [...VIEWERS])
  const alike = word()
  const proposal = await must(author.post('/topics/punk/proposals', { other: alike, language: 'en', answer: 'same' }))
  keep('topic proposal', { title: alike }, { proposal }, [...VIEWERS])
  const sought = word()
  keep('saved search', { title: sought }, { savedSearch: await must(author.post('/saved-searches', { q: sought })) })
  const bio = word()
  await must(author.patch('/profile', { bio, pinned: ['public', 'followers'].map((name) => world.thing(name).ids.note) }))
  keep('bio', { title: bio }, {}, [...EVERYBODY])
  const told = word()
  const receipt = await must(
    house.as('follower').post('/reports', { subjectKind: 'note', subjectId: world.thing('followers').ids.note, kind: 'harassment', words: told }),
  )
  const cases = (await ask(world, 'guardian', 'get', '/admin/reports')).json as { items: { id: string }[] }
  keep('report', { title: told }, { report: receipt, case: cases.items[0]?.id ?? '' }, ['follower', 'guardian'], 'follower')
  for (const [handle, sees] of [
    ['author', ['author', 'guardian']],
    ['follower', ['follower', 'guardian']],
  ] as const)
    keep(`address of ${handle}`, { title: addressOf(handle) }, {}, [...sees], handle)
}

/** No dictionary is loaded here, so the word is put in by hand. */
async function keepWord({ house, people }: World, headword: string): Promise<string> {
  const { ids, clock, db } = house.ground
  const met = { reading: null, senses: [], sentence: '', subject_kind: null, subject_id: null, address: null }
  const member = people.author as ActorId
  return (
    await putWord(db.q, { id: ids.next(), member_id: member, language: 'en', headword, ...met, saved_at: clock.now(), due_at: clock.now(), removed_at: null })
  ).id
}

type Keep = (name: string, words: Thing['words'], ids: Record<string, string>, sees?: Viewer[]) => void

/** One open board, one secret, and one that the co-author keeps along and the one mentioned was asked into; on each stands a note for everybody and one for followers. */
async function keepBoards(world: World, keep: Keep): Promise<void> {
  const author = world.house.as('author')
  for (const [name, sees] of [
    ['open board', EVERYBODY],
    ['secret board', ['author']],
    ['shared board', ['author', 'coauthor', 'mentioned']],
  ] as const) {
    const { title, body, layer } = wordsOf(world.things.length)
    const board = await must(author.post('/boards', { name: title, description: body, secret: name !== 'open board' }))
    const section = await must(author.post(`/boards/${board}/sections`, { name: layer }))
    for (const note of ['public', 'followers']) await must(author.put(`/boards/${board}/notes/${world.thing(note).ids.note}`, { sectionId: section }))
    if (name === 'shared board') {
      for (const handle of ['coauthor', 'mentioned']) await must(author.put(`/boards/${board}/people/${world.people[handle]}`))
      await must(world.house.as('coauthor').put(`/boards/${board}/part`))
    }
    keep(name, { title, body, layer }, { board, section }, [...sees])
  }
}
