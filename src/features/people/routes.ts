import type { Route } from '#ground/http/route.ts'
import { adminRoutes } from './routes/admin.ts'
import { inviteRoutes } from './routes/invites.ts'
import { meRoutes } from './routes/me.ts'
import { passkeyRoutes } from './routes/passkeys.ts'
import { programRoutes } from './routes/programs.ts'
import { secondFactorRoutes } from './routes/second-factor.ts'
import { sessionRoutes } from './routes/session.ts'
import { sessionListRoutes } from './routes/sessions.ts'
import { signUpRoutes } from './routes/sign-up.ts'

export const routes: Route[] = [
  ...sessionRoutes,
  ...sessionListRoutes,
  ...signUpRoutes,
  ...meRoutes,
  ...passkeyRoutes,
  ...secondFactorRoutes,
  ...inviteRoutes,
  ...programRoutes,
  ...adminRoutes,
]
