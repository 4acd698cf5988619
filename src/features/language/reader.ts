import { blockedEitherWay } from '#features/graph/index.ts'
import { readersById } from '#features/people/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import { canonicalLanguage } from '#pure/lexicon/languages.ts'
import { isServed, switchboard } from './engines/choose.ts'
import type { TextReader } from './layer.ts'
import { markerFor } from './mark-texts.ts'

/** How this viewer reads: languages, settings, and which pairs engines here serve. Visitors read the language of their browser and cannot ask engines. */
export async function readerOf(ground: Ground, viewer: Viewer): Promise<TextReader> {
  if (viewer.kind !== 'member') return { reads: [canonicalLanguage(viewer.locale)], show: 'translation', keepOriginal: [], locale: viewer.locale }
  const [readers, apart] = await Promise.all([readersById(ground.db.read(), [viewer.id]), blockedEitherWay(ground.db.read(), viewer.id)])
  const settings = readers.get(viewer.id)?.settings
  const board = switchboard(ground)
  return {
    reads: viewer.reads.map(canonicalLanguage),
    show: settings?.show ?? 'translation',
    keepOriginal: settings?.keepOriginal ?? [],
    locale: viewer.locale,
    apart,
    serves: (from, to) => isServed(board, from, to),
    mark: markerFor(ground, viewer, settings?.levels ?? {}),
  }
}
