/** Words that the server does not have yet lie in this browser: under the id of who typed them, so that nobody else who signs in here meets them. */
const KINDS = ['composer', 'edit'] as const

function tried<R>(run: () => R): R | null {
  try {
    return run()
  } catch {
    return null
  }
}

export interface LocalCopy<T> {
  read(): T | null
  write(words: T): void
  drop(): void
}

/** `about` names what is written: a draft, or a note and its revision. Full or forbidden storage is no error: then there is no copy. */
export function localCopy<T>(kind: (typeof KINDS)[number], member: string, about: string): LocalCopy<T> {
  const key = `${kind} ${member} ${about}`
  return {
    read: () => tried(() => JSON.parse(localStorage.getItem(key) ?? 'null') as T | null),
    write: (words) => void tried(() => localStorage.setItem(key, JSON.stringify(words))),
    drop: () => void tried(() => localStorage.removeItem(key)),
  }
}

/** Who signs out leaves no words behind. */
export function forgetCopies(): void {
  tried(() => {
    for (const key of Object.keys(localStorage)) if (KINDS.some((kind) => key.startsWith(`${kind} `))) localStorage.removeItem(key)
  })
}
