import { readSetting, writeSetting } from '#features/settings/index.ts'
import type { Ground } from '#ground/feature.ts'
import { hasDocuments } from './queries/documents.ts'

const SETTING = 'search.form'
/** Grows when documents are cut or marked in another way: what was indexed before is then indexed anew by jobs. */
const FORM = '2'

export async function startSearch({ db, jobs, house, clock }: Ground): Promise<void> {
  if ((await readSetting(db.q, SETTING)) === FORM) return
  await db.transaction(async (tx) => {
    await writeSetting(tx, SETTING, FORM, null, clock.now())
    if (!(await hasDocuments(tx))) return
    for (const kind of house.searchable.keys()) await jobs.enqueue(tx, 'search.rebuild', { kind }, { key: kind })
  })
}
