import { redirect } from '@sveltejs/kit'
import { type Api, ApiProblem } from '../../../api.ts'
import type { BridgeView, CommentView, NoteView, Page } from '../../../api-types.ts'
import { type Fields, form, press } from '../../../forms.ts'
import { picturesIn, sendPicture, shownPicture } from '../../../pictures/send.ts'
import { translate } from '../../../translate.ts'
import type { Actions, PageServerLoad } from './$types'

const NO_COMMENTS: Page<CommentView> = { items: [], next: null }
/** Answers to one comment that are shown at once. */
const REPLIES = 20
const SORTS = ['new', 'old', 'liked'] as const

export const load: PageServerLoad = async ({ locals: { api }, params, url, depends }) => {
  depends('app:note')
  const sort = SORTS.find((one) => one === url.searchParams.get('sort')) ?? 'new'
  const path = `/notes/${encodeURIComponent(params.id)}`
  const cursor = url.searchParams.get('comments')
  const named = (name: string) => commentOf(api, params.id, url.searchParams.get(name))
  const top = named('thread')
  const [note, thread, comments, answered, edited] = await Promise.all([
    api.get<NoteView>(path),
    top,
    top.then((one) => (one ? withReplies(api, one, cursor) : api.get<Page<CommentView>>(`${path}/comments`, { sort, cursor }).catch(asNone))),
    named('reply'),
    named('edit'),
  ])
  return {
    note,
    comments,
    sort,
    sorts: SORTS,
    thread: thread && { id: thread.id, parentId: thread.parentId },
    answered: answered ?? thread,
    edited: edited?.mine ? edited : null,
  }
}

/** One comment with a page of what answers it, in place of all comments. */
async function withReplies(api: Api, comment: CommentView, cursor: string | null): Promise<Page<CommentView>> {
  const { items, next } = await api.get<Page<CommentView>>(`/comments/${comment.id}/replies`, { cursor, limit: REPLIES })
  return { items: [{ ...comment, replies: items }], next }
}

/** Where one sees what one has just said: on top of all comments; an answer among the others to the same comment, by itself where they fill more than a page. */
async function seenAt(api: Api, note: string, { id, url, parentId }: CommentView): Promise<string> {
  if (parentId === null) return `${note}#c-${id}`
  const { replyCount } = await api.get<CommentView>(`/comments/${parentId}`)
  return replyCount > REPLIES ? url : `${note}?thread=${parentId}#c-${id}`
}

/** A comment of this note that the address names, wherever in the list it stands; null when there is none. */
async function commentOf(api: Api, noteId: string, id: string | null): Promise<CommentView | null> {
  if (!id) return null
  try {
    const comment = await api.get<CommentView>(`/comments/${encodeURIComponent(id)}`)
    return comment.rootId === noteId ? comment : null
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null
    throw error
  }
}

/** A note that takes no comments still has its page. */
function asNone(error: unknown): Page<CommentView> {
  if (error instanceof ApiProblem && error.status === 404) return NO_COMMENTS
  throw error
}

const onOff = (what: 'like' | 'save' | 'boost') =>
  press(async (api, fields, { params }) => {
    // A comment is liked on the page of its note.
    const path = `/notes/${encodeURIComponent(fields.text('id') || (params as { id: string }).id)}/${what}`
    await (fields.has('on') ? api.put(path) : api.delete(path))
  })

const commentPath = (fields: Fields): string => `/comments/${encodeURIComponent(fields.text('id'))}`

export const actions: Actions = {
  like: onOff('like'),
  save: onOff('save'),
  boost: onOff('boost'),
  join: form(async (api, _fields, { params }) => {
    await api.put(`/notes/${encodeURIComponent(params.id)}/coauthors/me`)
    redirect(303, `/@${params.handle}/${params.id}`)
  }),
  leave: form(async (api, _fields, { params }) => {
    await api.delete(`/notes/${encodeURIComponent(params.id)}/coauthors/me`)
    // Whoever was only asked may not be able to read it any longer.
    redirect(303, '/notifications')
  }),
  comment: form(async (api, fields, event) => {
    const { params } = event
    const [file] = picturesIn(fields.data, 'picture')
    const comment = await api.post<CommentView>(`/notes/${encodeURIComponent(params.id)}/comments`, {
      body: fields.text('body'),
      ...(file ? { pictureId: await shownPicture(api, await sendPicture(file, event, 'picture'), 'picture'), alt: fields.text('alt') } : {}),
      ...(fields.has('parentId') ? { parentId: fields.text('parentId') } : {}),
    })
    redirect(303, await seenAt(api, `/@${params.handle}/${params.id}`, comment))
  }),
  edit: form(async (api, fields) => {
    const { url } = await api.patch<CommentView>(commentPath(fields), { body: fields.text('body') })
    redirect(303, url)
  }),
  remove: form((api, fields) => api.delete(commentPath(fields))),
  pin: form(async (api, fields, { params }) => {
    const path = `/notes/${encodeURIComponent(params.id)}/pinned-comment`
    await (fields.has('id') ? api.put(path, { commentId: fields.text('id') }) : api.delete(path))
  }),
  /** Sends nothing but to the engine: the reply stays in the form. */
  bridge: form(async (api, fields, { params }) => {
    const parent = fields.text('parentId')
    const subject = parent ? { subjectKind: 'comment', subjectId: parent } : { subjectKind: 'note', subjectId: (params as { id: string }).id }
    const body = fields.text('body')
    return { bridge: await api.post<BridgeView>('/translations/bridge', { ...subject, text: body }), fields: { body } }
  }),
  translate,
}
