import { sql } from 'kysely'
import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Controls } from '#pure/recommender/page/types.ts'
import { composition } from '#pure/recommender/page/weights.ts'
import '../tables.ts'
import { controlColumns, controlsFrom, type Controls as EngineControls, noControls } from './controls.ts'

export const noSliders: Controls = { across: composition.across, unexpected: 0, far: 0 }

/** All that a reader set for Discover, and the country of the place on their profile (ISO 3166 alpha-2). */
export interface Settings {
  sliders: Controls
  controls: EngineControls
  country: string | null
}

export const noSettings: Settings = { sliders: noSliders, controls: noControls, country: null }

export async function settingsOf(db: Reader, reader: ActorId): Promise<Settings> {
  type Row = Partial<Record<keyof Controls, number | null>> & Partial<EngineControls> & { country: string | null }
  const { rows } = await sql<Row>`
    select c.across, c.unexpected, c.far, ${controlColumns}, (select p.country from profiles f join places p on p.id = f.place_id where f.actor_id = me.id) as country
    from (select ${reader}::uuid as id) me left join feed_controls c on c.reader_id = me.id`.execute(db)
  const { country = null, across, unexpected, far, ...controls } = rows[0] ?? {}
  return { sliders: { across: across ?? noSliders.across, unexpected: unexpected ?? 0, far: far ?? 0 }, controls: controlsFrom(controls), country }
}

/** Sets what is named; the rest stays. */
export async function putSliders(db: Reader, reader: ActorId, sliders: { [Name in keyof Controls]?: number | undefined }): Promise<void> {
  await db
    .insertInto('feed_controls')
    .values({ reader_id: reader, ...sliders })
    .onConflict((on) => on.column('reader_id').doUpdateSet({ reader_id: reader, ...sliders }))
    .execute()
}
