import type { Messages } from '../index.ts'
import { boards } from './boards.ts'
import { feed } from './feed.ts'
import { graph } from './graph.ts'
import { house } from './house.ts'
import { language } from './language.ts'
import { media } from './media.ts'
import { moderation } from './moderation.ts'
import { notes } from './notes.ts'
import { notifications } from './notifications.ts'
import { people } from './people.ts'
import { profiles } from './profiles.ts'
import { settings } from './settings.ts'
import { topics } from './topics.ts'
import { webAccount } from './web-account.ts'
import { webBridge } from './web-bridge.ts'
import { webEngines } from './web-engines.ts'
import { webFeed } from './web-feed.ts'
import { webFind } from './web-find.ts'
import { webFrame } from './web-frame.ts'
import { webLayers } from './web-layers.ts'
import { webLearning } from './web-learning.ts'
import { webLists } from './web-lists.ts'
import { webMends } from './web-mends.ts'
import { webNote } from './web-note.ts'
import { webPeople } from './web-people.ts'
import { webPictures } from './web-pictures.ts'
import { webPromises } from './web-promises.ts'
import { webSettings } from './web-settings.ts'
import { webTopics } from './web-topics.ts'
import { webWhy } from './web-why.ts'
import { webWords } from './web-words.ts'
import { webWrite } from './web-write.ts'

export const fr: Messages = {
  ...house,
  ...boards,
  ...feed,
  ...graph,
  ...notifications,
  ...people,
  ...profiles,
  ...language,
  ...settings,
  ...media,
  ...moderation,
  ...notes,
  ...topics,
  ...webFrame,
  ...webBridge,
  ...webEngines,
  ...webFeed,
  ...webNote,
  ...webPeople,
  ...webAccount,
  ...webFind,
  ...webLayers,
  ...webLearning,
  ...webLists,
  ...webMends,
  ...webPictures,
  ...webPromises,
  ...webSettings,
  ...webTopics,
  ...webWhy,
  ...webWords,
  ...webWrite,
}
