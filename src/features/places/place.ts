export interface PlaceBrief {
  id: string
  name: string
  /** Name of its country in the reader's language; null for countries themselves. */
  country: string | null
  url: string
}

const RADIUS_KM = 6371

/** Great-circle distance in km (haversine). */
export function distanceKm(a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const h =
    Math.sin(rad(b.latitude - a.latitude) / 2) ** 2 + Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(rad(b.longitude - a.longitude) / 2) ** 2
  return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Bands in km that a distance is told in; never a number of its own. */
export const BANDS = [5, 25, 50, 150, 500] as const
export const bandOf = (km: number): number => BANDS.find((band) => km <= band) ?? Number.POSITIVE_INFINITY
