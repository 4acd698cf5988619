import { api, type Problem, problemOf } from '../api.ts'
import type { NoteView } from '../api-types.ts'
import { type Content, filled } from './content.ts'
import { inputOf, shotOf } from './uploads.svelte.ts'

/** Content of a published note, as the composer takes it. */
export const contentOfNote = (note: NoteView): Content =>
  filled({
    title: note.text.original.title,
    body: note.text.original.body,
    warning: note.text.original.warning,
    language: note.text.original.language,
    topics: note.topics.map((one) => one.id),
    pictures: note.pictures.map(({ id, alt, focal }) => ({ id, alt, focal })),
    placeId: note.place?.id ?? null,
    licence: note.licence,
    visibility: note.visibility,
  })

/** Body of PATCH /notes/{id}: what a note has beside a draft's co-authors and layers, which go their own ways. */
export function changeOf({ coauthors: _coauthors, layers: _layers, ...content }: Content, revision: number) {
  return { ...content, revision }
}

/** Changing a published note: nothing is sent until one says so; what was typed lies in the browser until then. */
export function makeEditor(note: NoteView) {
  const content = $state(contentOfNote(note))
  const shots = $state(
    content.pictures.map((input) =>
      shotOf(
        input,
        note.pictures.find((one) => one.id === input.id),
      ),
    ),
  )
  const state = $state({ problem: null as Problem | null, busy: false })
  const key = `edit ${note.id} ${note.revision}`
  const whole = (): Content => ({ ...$state.snapshot(content), pictures: shots.filter((one) => one.isKept && one.state !== 'failed').map(inputOf) })
  return {
    content,
    shots,
    state,
    touched: (): void => localStorage.setItem(key, JSON.stringify(whole())),
    recover(): void {
      const text = localStorage.getItem(key)
      if (!text) return
      const { pictures: _pictures, ...left } = JSON.parse(text) as Content
      Object.assign(content, left)
    },
    async send(): Promise<NoteView | null> {
      state.busy = true
      try {
        const sent = await api.patch<NoteView>(`/notes/${note.id}`, changeOf(whole(), note.revision))
        localStorage.removeItem(key)
        return sent
      } catch (error) {
        state.problem = problemOf(error)
        return null
      } finally {
        state.busy = false
      }
    },
  }
}
