import type { Tx } from '#ground/database/index.ts'
import type { PlaceNamesTable, PlacesTable } from '../tables.ts'

const AT_ONCE = 1_000

/** Writes all rows anew: what members chose are ids, and those stay. */
export async function insertPlaces(tx: Tx, places: PlacesTable[], names: PlaceNamesTable[]): Promise<void> {
  await tx.deleteFrom('place_names').execute()
  for (let start = 0; start < places.length; start += AT_ONCE) {
    await tx
      .insertInto('places')
      .values(places.slice(start, start + AT_ONCE))
      .onConflict((on) =>
        on.column('id').doUpdateSet((eb) => ({
          kind: eb.ref('excluded.kind'),
          parent_id: eb.ref('excluded.parent_id'),
          latitude: eb.ref('excluded.latitude'),
          longitude: eb.ref('excluded.longitude'),
          time_zone: eb.ref('excluded.time_zone'),
          population: eb.ref('excluded.population'),
        })),
      )
      .execute()
  }
  for (let start = 0; start < names.length; start += AT_ONCE)
    await tx
      .insertInto('place_names')
      .values(names.slice(start, start + AT_ONCE))
      .onConflict((on) => on.doNothing())
      .execute()
}
