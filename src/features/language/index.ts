import { feature } from '#ground/feature.ts'
import { exportCultureWords } from './culture-words/export.ts'
import { cultureWordSubject } from './culture-words/subject.ts'
import './culture-words/tables.ts'
import { removeLayersOf } from './delete-layer.ts'
import './events.ts'
import { brokenFiles } from './engines/broken-files.ts'
import { exportLayers, exportMends } from './export-layers.ts'
import { languageJobs } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { exportWords } from './my-words/export-words.ts'
import { offerTranslations } from './offer-translations.ts'
import { dropWords } from './pictures/drop-words.ts'
import { orphanLayers } from './queries/layers.ts'
import { forgetMember } from './queries/people.ts'
import { cultureWordRoutes } from './routes/culture-words.ts'
import { engineRoutes } from './routes/engines.ts'
import { glossRoutes } from './routes/gloss.ts'
import { layerRoutes } from './routes/layers.ts'
import { mendRoutes } from './routes/mends.ts'
import { pictureRoutes } from './routes/pictures.ts'
import { translationRoutes } from './routes/translations.ts'
import { wordRoutes } from './routes/words.ts'
import { startLanguage } from './start.ts'
import { subjects } from './subjects.ts'

export const language = feature({
  name: 'language',
  migrations,
  routes: [...layerRoutes, ...mendRoutes, ...pictureRoutes, ...translationRoutes, ...engineRoutes, ...glossRoutes, ...wordRoutes, ...cultureWordRoutes],
  jobs: languageJobs,
  subjects: (house) => ({ ...subjects(house), 'culture-word': cultureWordSubject }),
  start: startLanguage,
  forget: forgetMember,
  on: { 'text.kept': offerTranslations, 'media.removed': dropWords, 'member.left': removeLayersOf },
  exports: {
    layers: { export: exportLayers },
    mends: { export: exportMends },
    words: { export: exportWords },
    'culture-words': { export: exportCultureWords },
  },
  health: { 'layers without an original': orphanLayers, 'files of local models': async (_db, ground) => brokenFiles(ground) },
})

export { keepAuthorLayer } from './add-layer.ts'
export { adoptTexts, dropLayers, dropWordings } from './drop-layers.ts'
export { dictionaryEntries } from './gloss/entries.ts'
export { meaningsOf } from './gloss/meanings.ts'
export { keepConceptWords, keepUserWords } from './gloss/segmenter.ts'
export { holdsPhrases } from './holds-phrases.ts'
export { keepOriginal, type OriginalText } from './keep-original.ts'
export { type DueWord, readsLanguage, type TextReader } from './layer.ts'
export { type AskedSubject, excerptOf, layersFor, type TitleText, titlesFor } from './layers-for.ts'
export { dueWords } from './my-words/meet-words.ts'
export { type PictureWords, zPictureWords } from './pictures/present.ts'
export { wordsInPictures } from './pictures/words-for.ts'
export { type LayerBrief, type LayeredText, type ShownText, zDueWord, zLayeredText } from './present.ts'
export { MACHINE, type Machine, previewText } from './preview-text.ts'
export { readerOf } from './reader.ts'
export { setAuthorLayers } from './set-author-layers.ts'
export { textsInPictures, textsOf } from './texts-of.ts'
