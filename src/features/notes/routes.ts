import type { Route } from '#ground/http/route.ts'
import { changeRoutes } from './routes/changes.ts'
import { commentRoutes } from './routes/comments.ts'
import { draftRoutes } from './routes/drafts.ts'
import { noteRoutes } from './routes/notes.ts'
import { placeRoutes } from './routes/places.ts'
import { previewRoutes } from './routes/previews.ts'
import { reactionRoutes } from './routes/reactions.ts'

export const routes: Route[] = [...noteRoutes, ...changeRoutes, ...commentRoutes, ...reactionRoutes, ...previewRoutes, ...draftRoutes, ...placeRoutes]
