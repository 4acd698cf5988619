import type { Route } from '#ground/http/route.ts'
import { sessionRoutes } from './routes/session.ts'

export const routes: Route[] = [...sessionRoutes]
