import { replaceState } from '$app/navigation'
import { ApiProblem, api, type Problem, problemOf } from '../api.ts'
import type { NoteView, Picture } from '../api-types.ts'
import { clockOf, lately, now } from '../time.ts'
import { bodyOf, type Content, type DraftView, filled, isBlank, type Preview, withLayer } from './content.ts'
import { localCopy } from './local.ts'
import { inputOf, type Shot, shotOf, watch } from './uploads.svelte.ts'

const QUIET_MS = 900

interface Start {
  /** Id of who writes. */
  member: string
  draft: DraftView | null
  locale: string
  first: Partial<Content>
  /** A language just chosen without script, that has no words yet. */
  layer: string | null
}

/**
 * What the composer of a new note holds: content, its draft on the server, and how saving goes. Every change is saved after a short rest;
 * until the server has it, a copy lies in the browser, so leaving or a cut line loses nothing.
 */
export function makeComposer({ member, draft, locale, first, layer }: Start) {
  const content = $state<Content>(filled(draft?.content ?? first))
  content.layers = withLayer(content.layers, layer)
  const shots = $state<Shot[]>(
    content.pictures.map((input) =>
      shotOf(
        input,
        draft?.pictures.find((one) => one.id === input.id),
      ),
    ),
  )
  const state = $state({
    id: draft?.id || null,
    version: draft?.version ?? 0,
    scheduledFor: draft?.scheduledFor ?? null,
    savedAt: '',
    saving: false,
    problem: null as Problem | null,
    other: null as DraftView | null,
    preview: null as Preview | null,
  })
  const copyOf = (id: string | null) => localCopy<{ version: number; content: Content }>('composer', member, id ?? 'new')
  let isDirty = false
  let going: Promise<void> = Promise.resolve()
  const soon = lately(QUIET_MS, () => void save())

  const whole = (): Content => bodyOf({ ...$state.snapshot(content), pictures: shots.filter((one) => one.isKept && one.state !== 'failed').map(inputOf) })

  function touched(): void {
    isDirty = true
    copyOf(state.id).write({ version: state.version, content: whole() })
    soon.again()
  }

  /** One save after another; the last one has everything. */
  function save(): Promise<void> {
    soon.drop()
    going = going.then(put)
    return going
  }

  async function put(): Promise<void> {
    const body = { content: whole(), scheduledFor: state.scheduledFor }
    if (!isDirty || state.other || (state.id === null && isBlank(body.content))) return
    isDirty = false
    state.saving = true
    const before = state.id
    try {
      const saved = before ? await api.put<DraftView>(`/drafts/${before}`, { ...body, version: state.version }) : await api.post<DraftView>('/drafts', body)
      state.version = saved.version
      state.id = saved.id
      state.savedAt = clockOf(locale, now())
      state.problem = null
      copyOf(before).drop()
      if (!before) replaceState(`/new?draft=${saved.id}`, {})
    } catch (error) {
      isDirty = true
      if (error instanceof ApiProblem && error.code === 'conflict' && typeof error.facts.draft === 'string')
        state.other = JSON.parse(error.facts.draft) as DraftView
      else state.problem = problemOf(error)
    } finally {
      state.saving = false
    }
  }

  function take(next: Partial<Content>, pictures: Picture[]): void {
    Object.assign(content, filled(next))
    shots.splice(
      0,
      shots.length,
      ...content.pictures.map((input) =>
        shotOf(
          input,
          pictures.find((one) => one.id === input.id),
        ),
      ),
    )
    for (const shot of shots) if (shot.state === 'checking') void watch(shot)
  }

  return {
    content,
    shots,
    state,
    touched,
    save,
    /** Looks for a copy that was not sent before the page was left; what a refused form brought back comes before it. */
    recover(isTyped: boolean): void {
      for (const shot of shots) if (shot.state === 'checking') void watch(shot)
      if (isTyped) touched()
      const left = isTyped ? null : copyOf(state.id).read()
      if (!left || left.version !== state.version || isBlank(left.content)) return
      take(
        left.content,
        shots.flatMap((one) => one.picture ?? []),
      )
      touched()
    },
    /** My words over the other device's. */
    keepMine(): Promise<void> {
      state.version = state.other?.version ?? state.version
      state.other = null
      isDirty = true
      return save()
    },
    /** The other device's words here; mine become a draft of their own. */
    async takeOther(): Promise<void> {
      const { other } = state
      if (!other) return
      await api.post('/drafts', { content: { ...whole(), pictures: [] } })
      state.version = other.version
      state.other = null
      isDirty = false
      take(other.content, (await api.get<DraftView>(`/drafts/${other.id}`)).pictures)
    },
    /** Saves, then publishes; null when something stood in the way (`state.problem`, `state.other`). */
    async publish(): Promise<NoteView | null> {
      isDirty = true
      await save()
      if (state.problem || state.other || !state.id) return null
      try {
        return await api.post<NoteView>(`/drafts/${state.id}/publish`)
      } catch (error) {
        state.problem = problemOf(error)
        return null
      }
    },
    /** Saves, then looks at it as a reader of `language`. */
    async look(language: string, ask: boolean): Promise<void> {
      await save()
      if (!state.id) return
      try {
        state.preview = await api.post<Preview>('/previews', { subjectKind: 'draft', subjectId: state.id, content: whole(), language, ask })
      } catch (error) {
        state.problem = problemOf(error)
      }
    },
    leave: () => {
      if (isDirty) void save()
    },
  }
}
export type Composer = ReturnType<typeof makeComposer>
