import type { Tx } from '#ground/database/index.ts'
import type { Ground, Subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { keepAuthorLayer } from './add-layer.ts'
import { takeLayer } from './delete-layer.ts'
import { layersOf } from './queries/layers.ts'
import { reword } from './reword.ts'
import { checkLanguage, checkWording, type GivenWording } from './subject-access.ts'

/**
 * Makes the author's own layers exactly these, in the transaction of the verb that edits the note (the caller has checked who they are and
 * what the word list says). A wording that did not change is left alone, so that it stays stale when the original has moved on. True when
 * something differs. Throws as `addLayer`.
 */
export async function setAuthorLayers(
  tx: Tx,
  ground: Ground,
  author: { id: Member['id'] },
  subject: Subject,
  layers: readonly ({ language: string } & GivenWording)[],
): Promise<boolean> {
  const wanted = new Map(layers.map(({ language, ...given }) => [checkLanguage(language), given]))
  let differs = false
  for (const layer of await layersOf(tx, [subject])) {
    if (layer.origin !== 'author' || layer.byActor !== author.id) continue
    const given = wanted.get(layer.language)
    wanted.delete(layer.language)
    const wording = given && checkWording({ warning: layer.warning, ...given })
    if (wording?.title === layer.title && wording.body === layer.body && wording.warning === layer.warning) continue
    differs = true
    await (wording ? reword(tx, ground, layer.id, wording) : takeLayer(tx, ground, layer))
  }
  for (const [language, given] of wanted) await keepAuthorLayer(tx, ground, author, subject, { language, ...given })
  return differs || wanted.size > 0
}
