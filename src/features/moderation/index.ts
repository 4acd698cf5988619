import { feature } from '#ground/feature.ts'
import './events.ts'
import { migrations } from './migrations/index.ts'
import { forgetReporter, receiptsOf } from './queries/reports.ts'
import { routes } from './routes.ts'
import './tables.ts'

export const moderation = feature({
  name: 'moderation',
  migrations,
  routes,
  forget: forgetReporter,
  exports: {
    reports: {
      async *export(db, member) {
        yield* await receiptsOf(db, member, null, 10_000)
      },
    },
  },
})

export { checkFlood } from './check-flood.ts'
export { checkText } from './check-text.ts'
export { fileReport } from './file-report.ts'
export { FLOOD_LIMITS, type FloodAct } from './flood.ts'
export { logState } from './log-state.ts'
export { statesOf } from './queries/states.ts'
export { REPORT_KINDS, type ReportKind } from './report.ts'
