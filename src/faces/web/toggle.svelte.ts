import { goto } from '$app/navigation'
import { page } from '$app/state'
import { api, problemOf } from './api.ts'
import { signInFrom } from './paths.ts'
import { toast } from './toasts.svelte.ts'

export interface Switch {
  on: boolean
  count: number
  /** Put to switch on, delete to switch off. */
  path: string
}

/** What was switched in this tab, by path. Holds until data arrives that differs from what was seen. Never written on the server. */
const done = $state<Record<string, { seen: boolean; on: boolean }>>({})

/**
 * A switch that is a plain form without script and answers at once with it: shown first, sent then, and taken back with a
 * sentence when the API refuses. `start` is the state in the page's data.
 */
export function toggle(start: () => Switch, after?: (on: boolean) => void) {
  const own = $derived(done[start().path])
  const on = $derived(own && own.seen === start().on ? own.on : start().on)
  const count = $derived(Math.max(0, start().count + (on === start().on ? 0 : on ? 1 : -1)))

  async function set(next: boolean): Promise<void> {
    const { path, on: seen } = start()
    done[path] = { seen, on: next }
    try {
      await (next ? api.put(path) : api.delete(path))
      after?.(next)
    } catch (error) {
      done[path] = { seen, on: !next }
      toast({ problem: problemOf(error) })
    }
  }
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (page.data.viewer) await set(!on)
    else await goto(signInFrom(page.url.pathname + page.url.search))
  }
  return {
    get on() {
      return on
    },
    get count() {
      return count
    },
    /** Where a form without script comes back to. */
    get back() {
      return page.url.pathname + page.url.search
    },
    set,
    submit,
  }
}
