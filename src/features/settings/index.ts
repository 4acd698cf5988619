import { feature } from '#ground/feature.ts'
import { verifyAudit } from './audit.ts'
import { migrations } from './migrations/index.ts'
import { routes } from './routes.ts'
import './tables.ts'

export const settings = feature({
  name: 'settings',
  migrations,
  routes,
  health: {
    async 'rows of the audit log that do not follow the one before'(db) {
      const { brokenAt } = await verifyAudit(db)
      return brokenAt === null ? [] : [`row ${brokenAt}`]
    },
  },
})

export { type AuditedAct, audit, verifyAudit } from './audit.ts'
export { placeName, type RegistrationMode, registrationMode } from './place.ts'
export { placeKey } from './place-key.ts'
export { readSetting, writeSetting } from './queries/settings.ts'
