import { readersById } from '#features/people/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import type { TextReader } from './layer.ts'

/** How this viewer reads: languages, settings, and which pairs engines here serve. Visitors read the language of their browser. */
export async function readerOf(ground: Ground, viewer: Viewer): Promise<TextReader> {
  const serves = () => false
  if (viewer.kind !== 'member') return { reads: [viewer.locale], show: 'translation', keepOriginal: [], locale: viewer.locale, serves }
  const settings = (await readersById(ground.db.read(), [viewer.id])).get(viewer.id)?.settings
  return { reads: viewer.reads, show: settings?.show ?? 'translation', keepOriginal: settings?.keepOriginal ?? [], locale: viewer.locale, serves }
}
