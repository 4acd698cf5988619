import { sql } from 'kysely'
import type { Reader } from '#ground/database/index.ts'
import { foldLabelLoose } from '#pure/lexicon/fold.ts'
import { bandOf, distanceKm, type PlaceBrief } from '../place.ts'
import '../tables.ts'

export const placeById = (db: Reader, id: string) => db.selectFrom('places').selectAll().where('id', '=', id).executeTakeFirst()

/** A place, the region and the country it lies in: its id, then its parents'. */
export async function aroundPlace(db: Reader, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`with recursive around as (
    select id, parent_id, 0 as step from places where id = ${id}
    union all select places.id, places.parent_id, step + 1 from places join around on places.id = around.parent_id where step < 4)
    select id from around order by step`.execute(db)
  return rows.map((row) => row.id)
}

/** Which of the places `among` have a name, in any language, that one of `ids` has: as Osaka, the prefecture, has that of the city. */
export async function namesakes(db: Reader, ids: readonly string[], among: readonly string[]): Promise<string[]> {
  if (ids.length === 0 || among.length === 0) return []
  const rows = await db
    .selectFrom('place_names as own')
    .innerJoin('place_names as other', 'other.folded', 'own.folded')
    .select('other.place_id as id')
    .distinct()
    .where('own.place_id', 'in', [...ids])
    .where('other.place_id', 'in', [...among])
    .execute()
  return rows.map((row) => row.id)
}

/** Briefs in the reader's language (English, then any, where there is none). */
export async function placeBriefs(db: Reader, ids: string[], locale: string): Promise<Map<string, PlaceBrief>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('places')
    .innerJoin('place_names', 'place_names.place_id', 'places.id')
    .select(['places.id', 'kind', 'country', 'language', 'name'])
    .where('places.id', 'in', [...new Set(ids)])
    .where('position', '=', 0)
    .where('language', 'in', [locale, 'en'])
    .execute()
  const display = new Intl.DisplayNames([locale, 'en'], { type: 'region' })
  const briefs = new Map<string, PlaceBrief>()
  for (const row of rows) {
    if (briefs.has(row.id) && row.language !== locale) continue
    briefs.set(row.id, {
      id: row.id,
      name: row.name,
      country: row.kind === 'country' ? null : (display.of(row.country) ?? row.country),
      url: `/places/${row.id}`,
    })
  }
  return briefs
}

/** Ids whose name in any language begins with the text: big cities first, then regions and countries by how much of the name was typed. */
export async function placesByPrefix(db: Reader, text: string, limit: number): Promise<string[]> {
  const key = foldLabelLoose(text).replaceAll(/[\\%_]/g, (c) => `\\${c}`)
  if (key === '') return []
  const rows = await db
    .selectFrom('place_names')
    .innerJoin('places', 'places.id', 'place_names.place_id')
    .select(['place_id as id', sql<number>`min(length(folded))`.as('length'), sql<number>`max(population)`.as('population')])
    .where('folded', 'like', `${key}%`)
    .groupBy('place_id')
    .orderBy(sql`(min(length(folded)) = ${key.length}) desc`)
    .orderBy('population', 'desc')
    .orderBy('length')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

export interface Near {
  id: string
  /** One of the BANDS, in km: the only distance that is ever told. */
  band: number
}

/** Cities within `km` of a city, itself first, by band. Countries and regions have no cell and answer []. */
export async function nearby(db: Reader, placeId: string, km: number): Promise<Near[]> {
  const from = await placeById(db, placeId)
  if (!from || from.latitude === null || from.longitude === null) return []
  const here = { latitude: from.latitude, longitude: from.longitude }
  const degrees = km / 111
  const wide = degrees / Math.max(0.1, Math.cos((here.latitude * Math.PI) / 180))
  const rows = await db
    .selectFrom('places')
    .select(['id', 'latitude', 'longitude'])
    .where('kind', '=', 'city')
    .where('latitude', '>=', here.latitude - degrees)
    .where('latitude', '<=', here.latitude + degrees)
    .execute()
  return rows
    .flatMap(({ id, latitude, longitude }) => {
      if (latitude === null || longitude === null || Math.abs(longitude - here.longitude) > Math.max(wide, 1) * 1.2) return []
      const distance = distanceKm(here, { latitude, longitude })
      return distance <= km ? [{ id, band: bandOf(distance) }] : []
    })
    .sort((a, b) => a.band - b.band || a.id.localeCompare(b.id))
}
