import type { Page } from '../../../../api-types.ts'
import { CSV_HEAD, csvOf, type LedgerLine } from '../ledger.ts'
import type { RequestHandler } from './$types'

/** Promises in one file; what is older follows with `?cursor=`, as the Link header says (RFC 8288). */
const MOST_PAGES = 25
const EACH = 80

export const GET: RequestHandler = async ({ locals: { api }, url }) => {
  let cursor: string | null = url.searchParams.get('cursor')
  const lines: string[] = []
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, next }: Page<LedgerLine> = await api.get<Page<LedgerLine>>('/feed/promises/ledger', { cursor, limit: EACH })
    lines.push(...items.map(csvOf))
    cursor = next
    if (cursor === null) break
  }
  const headers = new Headers({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="promises.csv"' })
  if (cursor !== null) headers.set('link', `<${url.pathname}?cursor=${encodeURIComponent(cursor)}>; rel="next"`)
  return new Response(CSV_HEAD + lines.join(''), { headers })
}
