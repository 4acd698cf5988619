import { after, DAY } from '#ground/clock/index.ts'
import { feature, type Ground } from '#ground/feature.ts'
import type { Job } from '#ground/jobs/index.ts'
import { heard } from './hear.ts'
import { migrations } from './migrations/index.ts'
import { noticeNames } from './notice.ts'
import { deleteMutesOf } from './queries/mutes.ts'
import { deleteBefore, deleteNoticesOf, takeFromNotices } from './queries/notices.ts'
import { routes } from './routes.ts'
import './tables.ts'

const KEEP_READ_DAYS = 90
const KEEP_DAYS = 180

const jobs = ({ db, clock }: Ground): Job<never>[] => [
  {
    name: 'notifications.tidy',
    every: '41 3 * * *',
    concurrency: 1,
    run: async () => void (await deleteBefore(db.q, after(clock.now(), -KEEP_READ_DAYS * DAY), after(clock.now(), -KEEP_DAYS * DAY))),
  },
]

export const notifications = feature({
  name: 'notifications',
  migrations,
  routes,
  jobs,
  on: heard,
  notices: Object.fromEntries(noticeNames.map((name) => [name, { words: `notice.${name}` }])),
  async forget(tx, member) {
    await deleteNoticesOf(tx, member)
    await deleteMutesOf(tx, member)
    await takeFromNotices(tx, member, {})
  },
})
