import * as language from './0001-language.ts'
import * as subject from './0002-subject.ts'
import * as savedWords from './0003-saved-words.ts'
import * as sentences from './0004-sentences.ts'
import * as phrases from './0005-phrases.ts'
import * as engines from './0006-engines.ts'
import * as cultureWords from './0007-culture-words.ts'
import * as languageVoices from './0008-language-voices.ts'
import * as pictures from './0009-pictures.ts'
import * as engineRequests from './0010-engine-requests.ts'
import * as meetAgain from './0011-meet-again.ts'
import * as manyLanguages from './0012-many-languages.ts'
import * as licence from './0013-licence.ts'

export const migrations = {
  '0001-language': language,
  '0002-subject': subject,
  '0003-saved-words': savedWords,
  '0004-sentences': sentences,
  '0005-phrases': phrases,
  '0006-engines': engines,
  '0007-culture-words': cultureWords,
  '0008-language-voices': languageVoices,
  '0009-pictures': pictures,
  '0010-engine-requests': engineRequests,
  '0011-meet-again': meetAgain,
  '0012-many-languages': manyLanguages,
  '0013-licence': licence,
}
