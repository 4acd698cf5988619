/** Somewhere with a name in several scripts. Reference tables. */
export interface PlacesTable {
  /** Countries `jp`, regions `cn-sc`, cities `chengdu`. */
  id: string
  kind: 'country' | 'region' | 'city'
  parent_id: string | null
  /** ISO 3166-1 alpha-2, upper case. */
  country: string
  /** Degrees; null for countries and regions. */
  latitude: number | null
  longitude: number | null
  time_zone: string | null
  population: number
}

export interface PlaceNamesTable {
  place_id: string
  language: string
  name: string
  folded: string
  /** 0 is shown, others are found only. */
  position: number
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    places: PlacesTable
    place_names: PlaceNamesTable
  }
}
