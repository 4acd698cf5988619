import { api, type Problem, problemOf } from '../api.ts'
import type { NoteView, PlaceBrief } from '../api-types.ts'
import { bodyOf, type Content, filled, type LayerInput, type Preview, withLayer } from './content.ts'
import { localCopy } from './local.ts'
import { inputOf, shotOf } from './uploads.svelte.ts'

/** As its author put it, shown or not yet. */
export const placeOfNote = (note: NoteView): PlaceBrief | null => note.place ?? note.placeLater?.place ?? null

/** Content of a published note, as the composer takes it. */
export const contentOfNote = (note: NoteView, layers: readonly LayerInput[]): Content =>
  filled({
    title: note.text.original.title,
    body: note.text.original.body,
    warning: note.text.original.warning,
    language: note.text.original.language,
    topics: note.topics.map((one) => one.id),
    pictures: note.pictures.map(({ id, alt, focal }) => ({ id, alt, focal })),
    placeId: placeOfNote(note)?.id ?? null,
    licence: note.licence,
    visibility: note.visibility,
    coauthors: [...note.coauthors, ...note.askedToo].map((one) => one.handle),
    layers: layers.map(({ language, title, body }) => ({ language, title, body })),
  })

/** Body of PATCH /notes/{id}. */
export const changeOf = (content: Content, revision: number) => ({ ...bodyOf(content), revision })

interface Unsent {
  /** Id of who writes. */
  member: string
  /** A language just chosen without script, that has no words yet. */
  layer: string | null
  /** What the form said when it came back without being kept. */
  typed: Content | null
}

/** Changing a published note: nothing is sent until one says so; what was typed lies in the browser until then. */
export function makeEditor(note: NoteView, layers: readonly LayerInput[], { member, layer, typed }: Unsent) {
  const content = $state(typed ?? contentOfNote(note, layers))
  content.layers = withLayer(content.layers, layer)
  const shots = $state(
    content.pictures.map((input) =>
      shotOf(
        input,
        note.pictures.find((one) => one.id === input.id),
      ),
    ),
  )
  const state = $state({ problem: null as Problem | null, busy: false, preview: null as Preview | null })
  const copy = localCopy<Content>('edit', member, `${note.id} ${note.revision}`)
  const whole = (): Content => ({ ...$state.snapshot(content), pictures: shots.filter((one) => one.isKept && one.state !== 'failed').map(inputOf) })
  return {
    content,
    shots,
    state,
    touched: (): void => copy.write(whole()),
    recover(): void {
      const words = typed ? null : copy.read()
      if (!words) return
      const { pictures: _pictures, ...left } = words
      Object.assign(content, left)
    },
    /** Looks at it as a reader of `language`; nothing of the note changes. */
    async look(language: string, ask: boolean): Promise<void> {
      try {
        state.preview = await api.post<Preview>('/previews', { subjectKind: 'note', subjectId: note.id, content: bodyOf(whole()), language, ask })
        state.problem = null
      } catch (error) {
        state.problem = problemOf(error)
      }
    },
    async send(): Promise<NoteView | null> {
      state.busy = true
      try {
        const sent = await api.patch<NoteView>(`/notes/${note.id}`, changeOf(whole(), note.revision))
        copy.drop()
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
