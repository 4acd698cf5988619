import type { BoardView } from '../account-types.ts'
import type { Api } from '../api.ts'
import type { Page } from '../api-types.ts'

/** The most that the API answers at once. */
const MOST = 80

/** Every board that the member keeps, last changed first: saving says on which of all of them a note is. */
export async function everyBoard(api: Api): Promise<BoardView[]> {
  const boards: BoardView[] = []
  let cursor: string | null | undefined
  do {
    const page: Page<BoardView> = await api.get('/boards', { limit: MOST, cursor })
    boards.push(...page.items)
    cursor = page.next
  } while (cursor)
  return boards
}
