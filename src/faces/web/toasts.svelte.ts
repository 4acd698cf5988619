import type { Problem } from './api.ts'

export interface Toast {
  id: number
  /** A sentence in the reader's language … */
  text?: string
  /** … or what the API refused. */
  problem?: Problem
  undo?: () => void
}

let counter = 0
export const toasts = $state<{ list: Toast[] }>({ list: [] })

/** Says something briefly at the lower edge. Browser only; the last two stay. */
export function toast(what: Omit<Toast, 'id'>): void {
  counter += 1
  toasts.list = [...toasts.list.slice(-1), { id: counter, ...what }]
}

export function dismiss(id: number): void {
  toasts.list = toasts.list.filter((one) => one.id !== id)
}
