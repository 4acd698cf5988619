import * as feed from './0001-feed.ts'
import * as signals from './0002-signals.ts'
import * as promises from './0003-promises.ts'
import * as page from './0005-page.ts'
import * as voices from './0006-voices.ts'

export const migrations = { '0001-feed': feed, '0002-signals': signals, '0003-promises': promises, '0005-page': page, '0006-voices': voices }
