/** A process that works on the translations of things until it is killed: `killed-process.db.test.ts`. Its settings are its first argument. */
import { readConfig } from '#ground/config/index.ts'
import { openGround } from '#ground/open.ts'
import { features } from '../../rooms.ts'

const ground = await openGround(readConfig({}, JSON.parse(process.argv[2] ?? '{}')), features, { migrated: true, poolSize: 6 })
ground.house.subjects.set('thing', {
  readable: async (_db, _viewer, ids) => new Set(ids),
  owners: async () => new Map(),
  isPublic: async () => true,
  addresses: async () => new Map(),
  excerpts: async () => new Map(),
})
await ground.jobs.work(ground.allJobs.filter(({ name }) => name.startsWith('language.translate') || name.includes('text.kept')) as never)
