import { feature } from '#ground/feature.ts'
import { migrations } from './migrations/index.ts'
import { routes } from './routes.ts'
import { seedPlaces } from './seed.ts'
import './tables.ts'

export const places = feature({ name: 'places', migrations, routes, start: seedPlaces })

export { BANDS, type PlaceBrief } from './place.ts'
export { zPlaceBrief } from './present.ts'
export { aroundPlace, namesakes, nearby, placeBriefs, placeById, placesByPrefix } from './queries/places.ts'
