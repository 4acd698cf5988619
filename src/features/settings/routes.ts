import type { Route } from '#ground/http/route.ts'
import { adminRoutes } from './routes/admin.ts'
import { placeRoutes } from './routes/place.ts'

export const routes: Route[] = [...placeRoutes, ...adminRoutes]
